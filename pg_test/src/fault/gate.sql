-- What stops a deployment before the statement of a number: an event trigger that waits for an advisory lock. Both sides have it, and it
-- is in nobody's comparison.
CREATE SCHEMA gate;
CREATE TABLE gate.stop (at bigint NOT NULL);
INSERT INTO gate.stop VALUES (0);
-- Unlogged: what is WAL-logged has a transaction number, with which DROP INDEX CONCURRENTLY is refused.
CREATE UNLOGGED SEQUENCE gate.n;
CREATE FUNCTION gate.wait() RETURNS event_trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('application_name') LIKE 'pgdiff %' AND nextval('gate.n') = (SELECT at FROM gate.stop) THEN
        PERFORM pg_advisory_lock_shared(77);
        PERFORM pg_advisory_unlock_shared(77);
    END IF;
END
$$;
CREATE EVENT TRIGGER gate ON ddl_command_start EXECUTE FUNCTION gate.wait();
