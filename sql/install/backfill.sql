-- Backfills: what is to be done, how far it is, and the rows that others held when their turn came.
CREATE TABLE pgdiff.backfill (
    backfill_id    bigint      PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    state          text        NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'stopped', 'failed', 'done')),
    relation       text        NOT NULL,
    assignments    text        NOT NULL,
    condition      text,
    options        jsonb       NOT NULL,
    role           name        NOT NULL DEFAULT session_user,
    session_pid    integer,
    started_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished_at    timestamptz,
    pass           integer     NOT NULL DEFAULT 1,
    part           text,
    position       text[],
    batches        bigint      NOT NULL DEFAULT 0,
    rows_done      bigint      NOT NULL DEFAULT 0,
    rows_estimated bigint,
    message        text
);
CREATE TABLE pgdiff.backfill_skipped (
    backfill_id bigint NOT NULL REFERENCES pgdiff.backfill ON DELETE CASCADE,
    part        text   NOT NULL,
    key         text[] NOT NULL,
    PRIMARY KEY (backfill_id, part, key)
);

ALTER TABLE pgdiff.backfill ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON pgdiff.backfill FOR SELECT TO PUBLIC
    USING (EXISTS (SELECT FROM pg_catalog.pg_roles AS r WHERE r.rolname = role AND pg_catalog.pg_has_role(r.oid, 'USAGE')));
ALTER TABLE pgdiff.backfill_skipped ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_seen ON pgdiff.backfill_skipped FOR SELECT TO PUBLIC
    USING (EXISTS (SELECT FROM pgdiff.backfill AS b WHERE b.backfill_id = backfill_skipped.backfill_id));
GRANT SELECT ON pgdiff.backfill, pgdiff.backfill_skipped TO PUBLIC;

CREATE PROCEDURE pgdiff.backfill(relation text DEFAULT NULL, assignments text DEFAULT NULL, condition text DEFAULT NULL, options jsonb DEFAULT NULL,
                                 INOUT backfill_id bigint DEFAULT NULL)
    LANGUAGE c AS 'MODULE_PATHNAME', 'backfill_wrapper';
REVOKE ALL ON PROCEDURE pgdiff.backfill(text, text, text, jsonb, bigint) FROM PUBLIC;

COMMENT ON PROCEDURE pgdiff.backfill(text, text, text, jsonb, bigint) IS 'updates the rows of a large table in batches, each committed by itself, along its key; passes over rows that others hold and comes back to them; goes on where it was stopped when it is given its number';
COMMENT ON TABLE pgdiff.backfill IS 'one row for each backfill: what it does, and how far it is';
COMMENT ON COLUMN pgdiff.backfill.position IS 'the key of the last row of the last committed batch, in the part that is at work';
COMMENT ON COLUMN pgdiff.backfill.pass IS 'how often the table is gone through: again where rows were left for which the condition holds';
COMMENT ON TABLE pgdiff.backfill_skipped IS 'keys of rows that somebody else held when their turn came: they are done at the end';

SELECT pg_catalog.pg_extension_config_dump('pgdiff.backfill', '');
SELECT pg_catalog.pg_extension_config_dump('pgdiff.backfill_skipped', '');
SELECT pg_catalog.pg_extension_config_dump('pgdiff.backfill_backfill_id_seq', '');
