//! `pgdiff.deploy`, `resume`, `rollback`, `verify`: the procedures' SQL stands in `sql/install/deployment.sql`, see [`crate::procedure`].

use pgrx::JsonB;
use pgrx::datum::AnyElement;
use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;

use crate::call::Call;
use crate::deploy::{self, Found};
use crate::error::{Failure, Result};
use crate::procedure::{may_commit, row, with_snapshot};
use crate::record;

/// Makes the target like the source.
#[pg_extern(sql = false)]
fn deploy(
    source: Option<&str>,
    target: Option<&str>,
    options: Option<JsonB>,
    deployment_id: Option<i64>,
    fcinfo: pg_sys::FunctionCallInfo,
) -> Result<Option<AnyElement>, ErrorReport> {
    let commits = may_commit(fcinfo);
    let id = match deployment_id {
        None => {
            let call = with_snapshot(|| Call::read_recorded(source, target, options))?;
            deploy::deploy(&call, commits)?
        }
        Some(_) if source.is_some() => {
            return Err(Failure::new(PgSqlErrorCode::ERRCODE_INVALID_PARAMETER_VALUE, "a stored deployment has its source")
                .hint("Leave out the source, or the deployment_id.")
                .into());
        }
        Some(id) => {
            deploy::deploy_stored(id, target, options.map(|JsonB(options)| options), commits)?;
            id
        }
    };
    Ok(row(Some(id)))
}

/// Goes on with a deployment that stopped.
#[pg_extern(sql = false)]
fn resume(deployment_id: Option<i64>, target: Option<&str>, fcinfo: pg_sys::FunctionCallInfo) -> Result<(), ErrorReport> {
    Ok(deploy::resume(required(deployment_id)?, target, may_commit(fcinfo))?)
}

/// The trigger on the record's tables. Its result is the null pointer that the trigger of a statement returns, which is what false is.
#[pg_extern(sql = false)]
fn refuse_to_rewrite_history() -> Result<bool, ErrorReport> {
    record::only_by_pgdiff()?;
    Ok(false)
}

/// Takes a deployment back.
#[pg_extern(sql = false)]
fn rollback(
    deployment_id: Option<i64>,
    options: Option<JsonB>,
    target: Option<&str>,
    _rollback_id: Option<i64>,
    fcinfo: pg_sys::FunctionCallInfo,
) -> Result<Option<AnyElement>, ErrorReport> {
    let options = options.map(|JsonB(options)| options);
    let id = deploy::roll_back(required(deployment_id)?, target, options, may_commit(fcinfo))?;
    Ok(row(Some(id)))
}

/// Removes for good what a deployment moved aside.
#[pg_extern(sql = false)]
fn purge_dropped(
    deployment_id: Option<i64>,
    target: Option<&str>,
    fcinfo: pg_sys::FunctionCallInfo,
) -> Result<(), ErrorReport> {
    Ok(deploy::purge_dropped(required(deployment_id)?, target, may_commit(fcinfo))?)
}

/// Lets another role see a deployment, and carry it out.
#[pg_extern(schema = "pgdiff", volatile, parallel_unsafe)]
#[search_path(pg_catalog, pg_temp)]
fn grant_deployment(deployment_id: Option<i64>, role: Option<&str>) -> Result<(), ErrorReport> {
    Ok(deploy::grant(required(deployment_id)?, role_of(role)?, true)?)
}

/// Takes that back.
#[pg_extern(schema = "pgdiff", volatile, parallel_unsafe)]
#[search_path(pg_catalog, pg_temp)]
fn revoke_deployment(deployment_id: Option<i64>, role: Option<&str>) -> Result<(), ErrorReport> {
    Ok(deploy::grant(required(deployment_id)?, role_of(role)?, false)?)
}

/// Removes the records of deployments that ended longer ago; how many.
#[pg_extern(schema = "pgdiff", volatile, parallel_unsafe)]
#[search_path(pg_catalog, pg_temp)]
fn purge_deployments(older_than: default!(Option<Interval>, "'1 year'")) -> Result<i64, ErrorReport> {
    let older_than = older_than
        .ok_or_else(|| Failure::new(PgSqlErrorCode::ERRCODE_NULL_VALUE_NOT_ALLOWED, "older_than must not be null"))?;
    Ok(deploy::purge_deployments(older_than)?)
}

/// What to do after a deployment, and what to look at.
#[pg_extern(schema = "pgdiff", volatile, parallel_unsafe)]
#[search_path(pg_catalog, pg_temp)]
fn aftercare(
    deployment_id: Option<i64>,
    target: default!(Option<&str>, "NULL"),
) -> Result<
    TableIterator<
        'static,
        (name!(area, &'static str), name!(object_identity, String), name!(finding, String), name!(command, Option<String>)),
    >,
    ErrorReport,
> {
    let rows = deploy::aftercare(required(deployment_id)?, target)?;
    Ok(TableIterator::new(rows.into_iter().map(|row| (row.area, row.object, row.finding, row.command))))
}

/// Stores a plan without carrying it out.
#[pg_extern(schema = "pgdiff", volatile, parallel_unsafe)]
#[search_path(pg_catalog, pg_temp)]
fn store_plan(
    source: default!(Option<&str>, "NULL"),
    target: default!(Option<&str>, "'current'"),
    options: default!(Option<JsonB>, "NULL"),
) -> Result<i64, ErrorReport> {
    let call = Call::read_recorded(source, target, options)?;
    Ok(deploy::store(&call, false)?.id)
}

/// Asks what became of a deployment, compares again, and says what is left.
#[pg_extern(schema = "pgdiff", volatile, parallel_unsafe)]
#[search_path(pg_catalog, pg_temp)]
fn verify(
    deployment_id: Option<i64>,
    target: default!(Option<&str>, "NULL"),
) -> Result<
    TableIterator<
        'static,
        (
            name!(finding, String),
            name!(action, Option<&'static str>),
            name!(object_type, Option<&'static str>),
            name!(object_identity, Option<String>),
            name!(details, Option<JsonB>),
            name!(message, String),
        ),
    >,
    ErrorReport,
> {
    let found = deploy::verify(required(deployment_id)?, target)?;
    Ok(TableIterator::new(found.into_iter().map(|Found { finding, row, message }| match row {
        Some(row) => {
            (finding, Some(row.action), Some(row.object_type), Some(row.object_identity), Some(JsonB(row.details)), message)
        }
        None => (finding, None, None, None, None, message),
    })))
}

fn role_of(role: Option<&str>) -> Result<&str> {
    role.ok_or_else(|| Failure::new(PgSqlErrorCode::ERRCODE_NULL_VALUE_NOT_ALLOWED, "role must not be null"))
}

fn required(deployment_id: Option<i64>) -> Result<i64> {
    deployment_id.ok_or_else(|| {
        Failure::new(PgSqlErrorCode::ERRCODE_NULL_VALUE_NOT_ALLOWED, "deployment_id must not be null")
            .hint("SELECT deployment_id, state, target FROM pgdiff.deployment shows those that you may see.")
    })
}
