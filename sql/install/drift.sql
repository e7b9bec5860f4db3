-- What is watched: a source, a target and the options under which they are compared, and by whom: who sees less of a database than
-- another one would find fixed what the other found.
CREATE TABLE pgdiff.drift_watch (
    watch_id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    source   text   NOT NULL,
    target   text   NOT NULL,
    role     name   NOT NULL,
    options  jsonb  NOT NULL
);
CREATE UNIQUE INDEX drift_watch_key ON pgdiff.drift_watch (source, target, role, md5(options::text));

CREATE TABLE pgdiff.drift_check (
    drift_check_id bigint      PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    watch_id       bigint      NOT NULL REFERENCES pgdiff.drift_watch ON DELETE CASCADE,
    source         text        NOT NULL,
    target         text        NOT NULL,
    checked_at     timestamptz NOT NULL,
    checked_by     name        NOT NULL,
    seen           pg_snapshot NOT NULL,
    duration       interval,
    outcome        text        NOT NULL CHECK (outcome IN ('identical', 'expected', 'different', 'failed')),
    unchanged      boolean     NOT NULL DEFAULT false,
    new            integer     NOT NULL DEFAULT 0,
    changed        integer     NOT NULL DEFAULT 0,
    back_again     integer     NOT NULL DEFAULT 0,
    still_there    integer     NOT NULL DEFAULT 0,
    fixed          integer     NOT NULL DEFAULT 0,
    expected       integer     NOT NULL DEFAULT 0,
    highest_risk   text,
    marker         text,
    pgdiff_version text        NOT NULL,
    sqlstate       text,
    message        text
);
CREATE INDEX drift_check_of_watch ON pgdiff.drift_check (watch_id, drift_check_id);

CREATE TABLE pgdiff.drift_difference (
    watch_id        bigint      NOT NULL REFERENCES pgdiff.drift_watch ON DELETE CASCADE,
    object_type     text        NOT NULL,
    object_identity text        NOT NULL,
    object_schema   text,
    object_name     text        NOT NULL,
    state           text        NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'changed', 'back again', 'still there', 'fixed')),
    action          text        NOT NULL,
    risk            text        NOT NULL,
    hazards         text[]      NOT NULL,
    details         jsonb       NOT NULL,
    diff            text,
    first_seen      timestamptz NOT NULL,
    since           timestamptz NOT NULL,
    changed_at      timestamptz NOT NULL,
    fixed_at        timestamptz,
    episodes        integer     NOT NULL DEFAULT 1,
    expected_by     bigint,
    drift_check_id  bigint      NOT NULL,
    digest          text        NOT NULL,
    within          text[]      NOT NULL,
    ddl_log_id      bigint,
    PRIMARY KEY (watch_id, object_type, object_identity)
);

CREATE TABLE pgdiff.drift_event (
    drift_check_id  bigint NOT NULL REFERENCES pgdiff.drift_check ON DELETE CASCADE,
    object_type     text   NOT NULL,
    object_identity text   NOT NULL,
    state           text   NOT NULL,
    action          text   NOT NULL,
    risk            text   NOT NULL,
    details         jsonb  NOT NULL,
    expected_by     bigint,
    ddl_log_id      bigint,
    PRIMARY KEY (drift_check_id, object_type, object_identity)
);

-- Differences that somebody answers for. Who keeps this list writes it with plain SQL.
CREATE TABLE pgdiff.expected_difference (
    expected_difference_id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    object_type     text NOT NULL DEFAULT '*' CHECK (object_type <> ''),
    object_identity text NOT NULL CHECK (object_identity <> ''),
    action          text CHECK (action IN ('create', 'alter', 'rename', 'drop')),
    source          text,
    target          text,
    reason          text NOT NULL CHECK (reason <> ''),
    owner           name NOT NULL DEFAULT session_user,
    expires_at      timestamptz,
    created_at      timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- What was done to this database, and by whom, while the log is switched on.
CREATE TABLE pgdiff.ddl_log (
    ddl_log_id       bigint      PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    logged_at        timestamptz NOT NULL DEFAULT clock_timestamp(),
    xid              xid8        NOT NULL DEFAULT pg_current_xact_id(),
    role             name        NOT NULL,
    session_role     name        NOT NULL,
    application_name text,
    client_addr      inet,
    command          text        NOT NULL,
    object_type      text,
    object_identity  text,
    statement        text,
    deployment_id    bigint,
    deployed_by      text
);
CREATE INDEX ddl_log_of_object ON pgdiff.ddl_log (object_identity, ddl_log_id);

CREATE VIEW pgdiff.drift WITH (security_invoker = true) AS
SELECT w.source, w.target, d.state, d.since, d.action, d.object_type, d.object_schema, d.object_name, d.object_identity, d.risk, d.hazards,
       d.details, d.diff, d.first_seen, d.changed_at, d.episodes,
       e.reason AS expected, e.owner AS expected_by, e.expires_at,
       l.role AS done_by, l.session_role, l.application_name, l.client_addr, l.logged_at AS done_at, l.statement, l.deployment_id, l.deployed_by,
       d.drift_check_id, w.options, w.watch_id, w.role AS checked_by, c.checked_at, c.outcome AS check_outcome
  FROM pgdiff.drift_difference AS d
  JOIN pgdiff.drift_watch AS w ON w.watch_id = d.watch_id
  LEFT JOIN LATERAL (SELECT * FROM pgdiff.drift_check AS c WHERE c.watch_id = w.watch_id ORDER BY c.drift_check_id DESC LIMIT 1) AS c ON true
  LEFT JOIN pgdiff.expected_difference AS e ON e.expected_difference_id = d.expected_by
  LEFT JOIN pgdiff.ddl_log AS l ON l.ddl_log_id = d.ddl_log_id
 WHERE d.state <> 'fixed';

-- Logs what an event trigger is told. It must never keep a statement from succeeding: what can fail stands where it is caught, and what is
-- locked is not waited for.
CREATE FUNCTION pgdiff.log_ddl() RETURNS event_trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path TO pg_catalog, pg_temp SET lock_timeout TO '1s' AS $$
DECLARE
    query text;
    deployment bigint;
    deployed text;
    acting name;
BEGIN
    -- What the caller sent, and so perhaps more than this one statement: where a secret may stand in it, it isn't kept.
    query := left(current_query(), 10000);
    IF query ~* 'passw|passphrase|\mpass\M|pwd|secret|credential|token|api.?key|private.?key|sslkey|user\s+mapping|subscription|connection|options|://[^\s/]*:' THEN
        query := NULL;
    END IF;
    acting := coalesce(nullif(nullif(current_setting('role'), 'none'), ''), session_user);
    -- What a session calls itself anybody can. It is a deployment where one of this database has this session, and is at work.
    deployed := substring(current_setting('application_name') FROM '^pgdiff (?:deployment|rollback of) [0-9]+$') || ' (claimed)';
    IF deployed IS NOT NULL THEN
        SELECT d.deployment_id INTO deployment FROM pgdiff.deployment AS d
         WHERE d.state = 'running' AND d.target = 'current' AND d.target_pid = pg_backend_pid()
           AND EXISTS (SELECT FROM pg_stat_get_activity(d.session_pid) AS a WHERE a.backend_start = d.session_start)
         ORDER BY d.deployment_id DESC LIMIT 1;
        deployed := coalesce('pgdiff deployment ' || deployment, deployed);
    END IF;
    IF tg_event = 'sql_drop' THEN
        INSERT INTO pgdiff.ddl_log (role, session_role, application_name, client_addr, command, object_type, object_identity, statement, deployment_id, deployed_by)
        SELECT acting, session_user, current_setting('application_name'), inet_client_addr(), tg_tag, o.object_type, o.object_identity, query, deployment, deployed
          FROM pg_event_trigger_dropped_objects() AS o
         WHERE NOT o.is_temporary AND o.schema_name IS DISTINCT FROM 'pg_toast' AND (o.original OR o.object_type NOT IN ('type', 'default value', 'rule'));
    ELSE
        INSERT INTO pgdiff.ddl_log (role, session_role, application_name, client_addr, command, object_type, object_identity, statement, deployment_id, deployed_by)
        SELECT acting, session_user, current_setting('application_name'), inet_client_addr(), c.command_tag, c.object_type, c.object_identity, query, deployment, deployed
          FROM pg_event_trigger_ddl_commands() AS c
         WHERE c.schema_name IS DISTINCT FROM 'pg_temp';
    END IF;
EXCEPTION WHEN OTHERS THEN
    RAISE WARNING 'could not log % in pgdiff.ddl_log: %', tg_tag, sqlerrm;
END
$$;
REVOKE ALL ON FUNCTION pgdiff.log_ddl() FROM PUBLIC;
CREATE EVENT TRIGGER pgdiff_log_ddl ON ddl_command_end EXECUTE FUNCTION pgdiff.log_ddl();
CREATE EVENT TRIGGER pgdiff_log_drop ON sql_drop EXECUTE FUNCTION pgdiff.log_ddl();
ALTER EVENT TRIGGER pgdiff_log_ddl DISABLE;
ALTER EVENT TRIGGER pgdiff_log_drop DISABLE;

CREATE FUNCTION pgdiff.enable_ddl_log() RETURNS void
    LANGUAGE plpgsql SET search_path TO pg_catalog, pg_temp AS $$
BEGIN
    ALTER EVENT TRIGGER pgdiff_log_ddl ENABLE ALWAYS;
    ALTER EVENT TRIGGER pgdiff_log_drop ENABLE ALWAYS;
    RAISE NOTICE 'DDL in this database is logged in pgdiff.ddl_log' USING
        DETAIL = 'Roles, tablespaces, databases and their settings are outside of it: the server tells event triggers of no statement about what databases share.',
        HINT = 'Statements that may hold a secret are logged without their text. pgdiff.purge_drift() removes old entries.';
END
$$;
CREATE FUNCTION pgdiff.disable_ddl_log() RETURNS void
    LANGUAGE plpgsql SET search_path TO pg_catalog, pg_temp AS $$
BEGIN
    ALTER EVENT TRIGGER pgdiff_log_ddl DISABLE;
    ALTER EVENT TRIGGER pgdiff_log_drop DISABLE;
END
$$;
REVOKE ALL ON FUNCTION pgdiff.enable_ddl_log() FROM PUBLIC;
REVOKE ALL ON FUNCTION pgdiff.disable_ddl_log() FROM PUBLIC;

COMMENT ON FUNCTION pgdiff.enable_ddl_log() IS 'from now on who changes what in this database is logged in pgdiff.ddl_log, and drift tells of it; takes a superuser';
COMMENT ON FUNCTION pgdiff.disable_ddl_log() IS 'ends that; what was logged stays';
COMMENT ON FUNCTION pgdiff.log_ddl() IS 'the event trigger of the log';
COMMENT ON TABLE pgdiff.drift_watch IS 'what is watched: a source, a target and options, and the role that watches';
COMMENT ON TABLE pgdiff.drift_check IS 'one row for each check of check_drift(): what it found';
COMMENT ON COLUMN pgdiff.drift_check.seen IS 'which transactions were over when it was made';
COMMENT ON COLUMN pgdiff.drift_check.unchanged IS 'nothing changed in the catalogs since the check before, so nothing was compared';
COMMENT ON COLUMN pgdiff.drift_check.marker IS 'the state of the catalogs: the same as long as none of their rows changed; null where the check''s own transaction had changed something, or it can''t be told';
COMMENT ON TABLE pgdiff.drift_difference IS 'every difference that a check ever found, and what became of it; the view drift shows those that are there';
COMMENT ON COLUMN pgdiff.drift_difference.since IS 'when a check first found it, since it was last fixed';
COMMENT ON COLUMN pgdiff.drift_difference.episodes IS 'how often it came';
COMMENT ON TABLE pgdiff.drift_event IS 'what each check found otherwise than the one before: new, changed, back again, fixed';
COMMENT ON TABLE pgdiff.expected_difference IS 'differences that are known and set apart by check_drift(), for as long as they don''t expire';
COMMENT ON COLUMN pgdiff.expected_difference.object_type IS 'as compare() shows it; * stands for any characters, ? for one';
COMMENT ON COLUMN pgdiff.expected_difference.object_identity IS 'as compare() shows it; * stands for any characters, ? for one';
COMMENT ON COLUMN pgdiff.expected_difference.source IS 'only where this is the source, as drift shows it; null for any';
COMMENT ON COLUMN pgdiff.expected_difference.target IS 'only where this is the target, as drift shows it; null for any';
COMMENT ON COLUMN pgdiff.expected_difference.owner IS 'who answers for it';
COMMENT ON TABLE pgdiff.ddl_log IS 'who changed what in this database, while enable_ddl_log() is in force';
COMMENT ON COLUMN pgdiff.ddl_log.statement IS 'what the client sent; null where it may hold a secret';
COMMENT ON COLUMN pgdiff.ddl_log.deployment_id IS 'the deployment of pgdiff that it came from, if that is recorded in this database as one of this database';
COMMENT ON COLUMN pgdiff.ddl_log.deployed_by IS 'the deployment of pgdiff; (claimed) where it is recorded elsewhere, if at all: that is only what its session calls itself';
COMMENT ON VIEW pgdiff.drift IS 'what differs now from what is wanted, since when, and who did it; expected differences say why';
COMMENT ON COLUMN pgdiff.drift.checked_at IS 'when that was last looked at';
COMMENT ON COLUMN pgdiff.drift.check_outcome IS 'how that check ended; where it failed, what the row says is from before';

SELECT pg_catalog.pg_extension_config_dump('pgdiff.drift_watch', '');
SELECT pg_catalog.pg_extension_config_dump('pgdiff.drift_watch_watch_id_seq', '');
SELECT pg_catalog.pg_extension_config_dump('pgdiff.drift_check', '');
SELECT pg_catalog.pg_extension_config_dump('pgdiff.drift_check_drift_check_id_seq', '');
SELECT pg_catalog.pg_extension_config_dump('pgdiff.drift_difference', '');
SELECT pg_catalog.pg_extension_config_dump('pgdiff.drift_event', '');
SELECT pg_catalog.pg_extension_config_dump('pgdiff.expected_difference', '');
SELECT pg_catalog.pg_extension_config_dump('pgdiff.expected_difference_expected_difference_id_seq', '');
SELECT pg_catalog.pg_extension_config_dump('pgdiff.ddl_log', '');
SELECT pg_catalog.pg_extension_config_dump('pgdiff.ddl_log_ddl_log_id_seq', '');
