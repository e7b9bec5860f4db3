//! Records after the deployment: who else sees them, how long they stay, and what they moved aside.

use pgrx::prelude::*;

use super::log::Log;
use super::target::Target;
use super::{check_way, of_stored};
use crate::endpoint::select;
use crate::error::{Failure, Result};
use crate::record;

/// Lets a role see a deployment, or no longer. Only its author, its deployer and who owns the records may say so.
pub fn grant(id: i64, role: &str, seen: bool) -> Result<()> {
    Log::read(id)?;
    let query = "SELECT EXISTS (SELECT FROM pg_catalog.pg_roles AS r WHERE r.rolname = $2), \
                 EXISTS (SELECT FROM pgdiff.deployment AS d JOIN pg_catalog.pg_roles AS r ON r.rolname IN (d.author, d.deployer) \
                          WHERE d.deployment_id = $1 AND pg_has_role(r.oid, 'USAGE')) \
                 OR (SELECT pg_has_role(c.relowner, 'USAGE') FROM pg_catalog.pg_class AS c WHERE c.oid = 'pgdiff.deployment'::regclass)";
    let found = select(query, &[id.into(), role.into()], |row| Ok((row.get::<bool>(1)?, row.get::<bool>(2)?)))?;
    let (exists, may) = found.into_iter().next().unwrap_or_default();
    if may != Some(true) {
        return Err(Failure::new(
            PgSqlErrorCode::ERRCODE_INSUFFICIENT_PRIVILEGE,
            format!("permission denied for deployment {id}"),
        )
        .hint("Its author, or who deployed it, can grant it."));
    }
    if exists != Some(true) && seen {
        return Err(Failure::new(PgSqlErrorCode::ERRCODE_UNDEFINED_OBJECT, format!("role \"{role}\" does not exist")));
    }
    let sql = if seen {
        "INSERT INTO pgdiff.deployment_access (deployment_id, role, granted_by) VALUES ($1, $2, session_user) ON CONFLICT DO NOTHING"
    } else {
        "DELETE FROM pgdiff.deployment_access WHERE deployment_id = $1 AND role = $2"
    };
    let log = Log { id, commits: false };
    record::write(sql, &[id.into(), role.into()])?;
    let message = if seen { format!("role {role} may see it") } else { format!("role {role} may no longer see it") };
    log.event(if seen { "granted" } else { "revoked" }, None, None, &message)
}

/// Removes what is older, and whose deployments are over; how many.
pub fn purge_deployments(older_than: Interval) -> Result<i64> {
    let sql = include_str!("../../sql/deploy/purge.sql");
    record::returning(sql, &[older_than.into()])
}

/// Removes for good what a deployment moved aside.
pub fn purge_dropped(id: i64, target: Option<&str>, commits: bool) -> Result<()> {
    let stored = Log::read(id)?;
    let (schemas, objects): (Vec<_>, Vec<_>) =
        stored.steps.iter().filter(|step| step.purged_by.is_some()).partition(|step| step.object_type == "schema");
    if objects.is_empty() || stored.state != "applied" {
        let what = if objects.is_empty() { "moved nothing aside" } else { "is not applied" };
        return Err(Failure::new(PgSqlErrorCode::ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE, format!("deployment {id} {what}"))
            .hint("Only what an applied deployment moved into the schema of its option \"keep_dropped\" can be purged."));
    }
    if !stored.purged.is_empty() {
        notice!("what deployment {id} moved aside is removed already");
        return Ok(());
    }
    let call = of_stored(&stored, target)?;
    check_way(&call.options, &call.endpoint, commits)?;
    let log = Log { id, commits };
    let mut target = Target::connect(&call.endpoint, &format!("pgdiff purge of {id}"))?;
    target.quick("BEGIN; SET LOCAL lock_timeout = '2s'")??;
    for step in &objects {
        let sql = step.purged_by.as_deref().unwrap_or_default();
        target.run(sql, &mut |_| Ok(()))??;
        log.event("purged", None, Some(step.step), sql)?;
    }
    target.quick("COMMIT")??;
    for step in &schemas {
        let sql = step.purged_by.as_deref().unwrap_or_default();
        match target.quick(sql)? {
            Ok(()) => log.event("purged", None, Some(step.step), sql)?,
            // Something else was put there since.
            Err(failure) => notice!("the schema stays: {}", failure.message()),
        }
    }
    let count = objects.len();
    notice!("{count} {} removed for good", if count == 1 { "object is" } else { "objects are" });
    log.flush()
}
