-- The record of deployments. pgdiff writes it with the rights of its owner, whoever deploys; a role sees what it planned or deployed itself
-- and what it was granted, and changes nothing.
CREATE TABLE pgdiff.deployment (
    deployment_id      bigint      PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    state              text        NOT NULL DEFAULT 'planned'
                                   CHECK (state IN ('planned', 'refused', 'running', 'applied', 'failed', 'unknown', 'not applied', 'rolled back')),
    source             text        NOT NULL,
    target             text        NOT NULL,
    options            jsonb       NOT NULL DEFAULT '{}',
    rollback_of        bigint      REFERENCES pgdiff.deployment ON DELETE CASCADE,
    author             name        NOT NULL,
    planned_at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    deployer           name,
    client_addr        inet,
    application_name   text,
    session_pid        integer,
    session_start      timestamptz,
    target_pid         integer,
    started_at         timestamptz,
    finished_at        timestamptz,
    pgdiff_version     text        NOT NULL,
    source_version     integer     NOT NULL,
    target_version     integer     NOT NULL,
    target_database    text        NOT NULL,
    source_fingerprint text        NOT NULL,
    fingerprint_before text        NOT NULL,
    fingerprint_after  text,
    identical          boolean,
    sqlstate           text,
    message            text,
    detail             text,
    hint               text,
    plan               jsonb       NOT NULL,
    rollback_plan      jsonb       NOT NULL,
    script             text        NOT NULL,
    rollback_script    text        NOT NULL,
    source_catalog     text        NOT NULL,
    catalog_before     text        NOT NULL,
    catalog_after      text,
    statements_before  jsonb,
    options_given      jsonb
);
CREATE INDEX ON pgdiff.deployment (rollback_of);

CREATE TABLE pgdiff.deployment_stage (
    deployment_id  bigint  NOT NULL REFERENCES pgdiff.deployment ON DELETE CASCADE,
    stage          integer NOT NULL,
    in_transaction boolean NOT NULL,
    state          text    NOT NULL DEFAULT 'planned'
                           CHECK (state IN ('planned', 'running', 'committing', 'applied', 'half applied', 'not applied', 'failed', 'unknown')),
    tries          integer NOT NULL DEFAULT 0,
    xid            text,
    started_at     timestamptz,
    finished_at    timestamptz,
    PRIMARY KEY (deployment_id, stage)
);

CREATE TABLE pgdiff.deployment_step (
    deployment_id    bigint  NOT NULL REFERENCES pgdiff.deployment ON DELETE CASCADE,
    step             integer NOT NULL,
    stage            integer NOT NULL,
    state            text    NOT NULL DEFAULT 'planned'
                             CHECK (state IN ('planned', 'running', 'done', 'applied', 'half applied', 'not applied', 'failed', 'unknown')),
    in_transaction   boolean NOT NULL,
    action           text    NOT NULL,
    object_type      text    NOT NULL,
    object_identity  text    NOT NULL,
    statement        text    NOT NULL,
    sha256           text    NOT NULL,
    remark           boolean NOT NULL,
    risk             text    NOT NULL,
    hazards          text[]  NOT NULL,
    reason           text,
    lock_mode        text,
    locked_relations text[]  NOT NULL,
    tables           jsonb   NOT NULL,
    touches          text[]  NOT NULL,
    rewrites         boolean NOT NULL,
    scans            boolean NOT NULL,
    reversibility    text    NOT NULL,
    loses            text[]  NOT NULL,
    judged_by        text,
    mended_by        text,
    purged_by        text,
    tries            integer NOT NULL DEFAULT 0,
    started_at       timestamptz,
    duration         interval,
    lock_wait        interval,
    rows             bigint,
    phase            text,
    done             bigint,
    total            bigint,
    blockers         text,
    sqlstate         text,
    message          text,
    detail           text,
    hint             text,
    PRIMARY KEY (deployment_id, step)
);

CREATE TABLE pgdiff.deployment_event (
    event_id      bigint      PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    deployment_id bigint      NOT NULL REFERENCES pgdiff.deployment ON DELETE CASCADE,
    at            timestamptz NOT NULL DEFAULT clock_timestamp(),
    role          name        NOT NULL DEFAULT session_user,
    event         text        NOT NULL,
    stage         integer,
    step          integer,
    message       text        NOT NULL
);
CREATE INDEX ON pgdiff.deployment_event (deployment_id);

-- Who else may see a deployment, and carry it out.
CREATE TABLE pgdiff.deployment_access (
    deployment_id bigint  NOT NULL REFERENCES pgdiff.deployment ON DELETE CASCADE,
    role          name    NOT NULL,
    granted_by    name    NOT NULL,
    PRIMARY KEY (deployment_id, role)
);

-- Roles that are gone, or that a dump brought along, match nobody.
ALTER TABLE pgdiff.deployment ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_and_granted ON pgdiff.deployment FOR SELECT TO PUBLIC USING (
    EXISTS (SELECT FROM pg_catalog.pg_roles AS r
             WHERE (r.rolname IN (author, deployer)
                    OR r.rolname IN (SELECT a.role FROM pgdiff.deployment_access AS a WHERE a.deployment_id = deployment.deployment_id))
               AND pg_catalog.pg_has_role(r.oid, 'USAGE'))
);
ALTER TABLE pgdiff.deployment_access ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_and_granted ON pgdiff.deployment_access FOR SELECT TO PUBLIC USING (
    EXISTS (SELECT FROM pg_catalog.pg_roles AS r WHERE r.rolname IN (role, granted_by) AND pg_catalog.pg_has_role(r.oid, 'USAGE'))
);
ALTER TABLE pgdiff.deployment_stage ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_seen ON pgdiff.deployment_stage FOR SELECT TO PUBLIC
    USING (EXISTS (SELECT FROM pgdiff.deployment AS d WHERE d.deployment_id = deployment_stage.deployment_id));
ALTER TABLE pgdiff.deployment_step ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_seen ON pgdiff.deployment_step FOR SELECT TO PUBLIC
    USING (EXISTS (SELECT FROM pgdiff.deployment AS d WHERE d.deployment_id = deployment_step.deployment_id));
ALTER TABLE pgdiff.deployment_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_seen ON pgdiff.deployment_event FOR SELECT TO PUBLIC
    USING (EXISTS (SELECT FROM pgdiff.deployment AS d WHERE d.deployment_id = deployment_event.deployment_id));
GRANT SELECT ON pgdiff.deployment, pgdiff.deployment_stage, pgdiff.deployment_step, pgdiff.deployment_event, pgdiff.deployment_access TO PUBLIC;

-- What happened has happened, also for those whom no privilege stops: rows are changed and removed by pgdiff alone, which no setting
-- pretends to be. They can be added, or a dump could not be restored.
CREATE FUNCTION pgdiff.refuse_to_rewrite_history() RETURNS trigger
    LANGUAGE c AS 'MODULE_PATHNAME', 'refuse_to_rewrite_history_wrapper';
REVOKE ALL ON FUNCTION pgdiff.refuse_to_rewrite_history() FROM PUBLIC;
CREATE TRIGGER written_by_pgdiff BEFORE UPDATE OR DELETE OR TRUNCATE ON pgdiff.deployment
    FOR EACH STATEMENT EXECUTE FUNCTION pgdiff.refuse_to_rewrite_history();
CREATE TRIGGER written_by_pgdiff BEFORE UPDATE OR DELETE OR TRUNCATE ON pgdiff.deployment_stage
    FOR EACH STATEMENT EXECUTE FUNCTION pgdiff.refuse_to_rewrite_history();
CREATE TRIGGER written_by_pgdiff BEFORE UPDATE OR DELETE OR TRUNCATE ON pgdiff.deployment_step
    FOR EACH STATEMENT EXECUTE FUNCTION pgdiff.refuse_to_rewrite_history();
CREATE TRIGGER written_by_pgdiff BEFORE UPDATE OR DELETE OR TRUNCATE ON pgdiff.deployment_event
    FOR EACH STATEMENT EXECUTE FUNCTION pgdiff.refuse_to_rewrite_history();
CREATE TRIGGER written_by_pgdiff BEFORE UPDATE OR DELETE OR TRUNCATE ON pgdiff.deployment_access
    FOR EACH STATEMENT EXECUTE FUNCTION pgdiff.refuse_to_rewrite_history();

CREATE VIEW pgdiff.deployment_progress WITH (security_invoker = true) AS
SELECT d.deployment_id,
       CASE WHEN d.state = 'running' AND a.pid IS NULL THEN 'interrupted' ELSE d.state END AS state,
       d.target,
       s.done AS steps_done,
       s.steps,
       r.step,
       r.action || ' ' || r.object_type || ' ' || r.object_identity AS at_work_on,
       r.statement,
       date_trunc('milliseconds', clock_timestamp() - r.started_at) AS running_for,
       r.tries,
       r.phase,
       r.done,
       r.total,
       r.lock_wait,
       r.blockers,
       e.message AS last_event,
       d.deployer,
       d.session_pid,
       d.target_pid,
       d.started_at,
       date_trunc('milliseconds', coalesce(d.finished_at, clock_timestamp()) - d.started_at) AS elapsed
  FROM pgdiff.deployment AS d
  LEFT JOIN pg_catalog.pg_stat_activity AS a
    ON a.pid = d.session_pid AND (a.backend_start = d.session_start OR a.backend_start IS NULL)
 CROSS JOIN LATERAL (
       SELECT count(*) AS steps, count(*) FILTER (WHERE t.state IN ('done', 'applied')) AS done
         FROM pgdiff.deployment_step AS t WHERE t.deployment_id = d.deployment_id) AS s
  LEFT JOIN LATERAL (
       SELECT t.* FROM pgdiff.deployment_step AS t
        WHERE t.deployment_id = d.deployment_id AND t.state IN ('running', 'failed', 'unknown') ORDER BY t.step LIMIT 1) AS r ON true
  LEFT JOIN LATERAL (
       SELECT v.message FROM pgdiff.deployment_event AS v
        WHERE v.deployment_id = d.deployment_id ORDER BY v.event_id DESC LIMIT 1) AS e ON true;
GRANT SELECT ON pgdiff.deployment_progress TO PUBLIC;

CREATE PROCEDURE pgdiff.deploy(source text DEFAULT NULL, target text DEFAULT NULL, options jsonb DEFAULT NULL, INOUT deployment_id bigint DEFAULT NULL)
    LANGUAGE c AS 'MODULE_PATHNAME', 'deploy_wrapper';
CREATE PROCEDURE pgdiff.resume(deployment_id bigint, target text DEFAULT NULL)
    LANGUAGE c AS 'MODULE_PATHNAME', 'resume_wrapper';
CREATE PROCEDURE pgdiff.rollback(deployment_id bigint, options jsonb DEFAULT NULL, target text DEFAULT NULL, INOUT rollback_id bigint DEFAULT NULL)
    LANGUAGE c AS 'MODULE_PATHNAME', 'rollback_wrapper';
CREATE PROCEDURE pgdiff.purge_dropped(deployment_id bigint, target text DEFAULT NULL)
    LANGUAGE c AS 'MODULE_PATHNAME', 'purge_dropped_wrapper';
REVOKE ALL ON PROCEDURE pgdiff.purge_dropped(bigint, text) FROM PUBLIC;
REVOKE ALL ON PROCEDURE pgdiff.deploy(text, text, jsonb, bigint) FROM PUBLIC;
REVOKE ALL ON PROCEDURE pgdiff.resume(bigint, text) FROM PUBLIC;
REVOKE ALL ON PROCEDURE pgdiff.rollback(bigint, jsonb, text, bigint) FROM PUBLIC;

COMMENT ON PROCEDURE pgdiff.deploy(text, text, jsonb, bigint) IS 'makes the target like the source, over a connection of its own and stage by stage, and records it; with a deployment_id it carries out the stored plan of that number, or goes on where it stopped';
COMMENT ON PROCEDURE pgdiff.resume(bigint, text) IS 'goes on with a deployment behind its last committed stage';
COMMENT ON PROCEDURE pgdiff.rollback(bigint, jsonb, text, bigint) IS 'takes a deployment back, as a deployment of its own, with the rollback that was stored before it began';
COMMENT ON PROCEDURE pgdiff.purge_dropped(bigint, text) IS 'removes for good what a deployment moved aside instead of dropping it (option keep_dropped); its rollback then brings back the structure only';
COMMENT ON TABLE pgdiff.deployment IS 'one row for each deployment: who, from where, what, how it ended; with its plan, scripts and catalogs';
COMMENT ON COLUMN pgdiff.deployment.options_given IS 'what was given besides the plan''s own options when it was carried out; who gave what is an event';
COMMENT ON TABLE pgdiff.deployment_stage IS 'what runs in one transaction, and what became of it';
COMMENT ON TABLE pgdiff.deployment_step IS 'every statement of a deployment, and what became of it';
COMMENT ON TABLE pgdiff.deployment_event IS 'what happened during a deployment, in order; rows are only added';
COMMENT ON TABLE pgdiff.deployment_access IS 'who else may see a deployment and carry it out: see grant_deployment()';
COMMENT ON VIEW pgdiff.deployment_progress IS 'how far each deployment is: the step at work, since when, who blocks it';
COMMENT ON FUNCTION pgdiff.refuse_to_rewrite_history() IS 'keeps the record of deployments from being changed by anybody but pgdiff';

SELECT pg_catalog.pg_extension_config_dump('pgdiff.deployment', '');
SELECT pg_catalog.pg_extension_config_dump('pgdiff.deployment_stage', '');
SELECT pg_catalog.pg_extension_config_dump('pgdiff.deployment_step', '');
SELECT pg_catalog.pg_extension_config_dump('pgdiff.deployment_event', '');
SELECT pg_catalog.pg_extension_config_dump('pgdiff.deployment_access', '');
SELECT pg_catalog.pg_extension_config_dump('pgdiff.deployment_deployment_id_seq', '');
SELECT pg_catalog.pg_extension_config_dump('pgdiff.deployment_event_event_id_seq', '');
