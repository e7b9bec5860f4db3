-- Everyone may read the reference. What opens connections or reads the catalog as a whole is granted by the administrator:
--   GRANT EXECUTE ON FUNCTION pgdiff.compare(text, text, jsonb) TO …
-- The functions run with the caller's privileges. A role that is not a superuser also needs EXECUTE on dblink's functions (which
-- PUBLIC has by default), USAGE on the foreign server, and a password in its user mapping or connection string.
GRANT USAGE ON SCHEMA pgdiff TO PUBLIC;
REVOKE ALL ON FUNCTION pgdiff.compare(text, text, jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION pgdiff.summary(text, text, jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION pgdiff.plan(text, text, jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION pgdiff.script(text, text, jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION pgdiff.rollback_script(text, text, jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION pgdiff.fingerprint(text, jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION pgdiff.checklist(text, text, jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION pgdiff.backup_commands(text, text, jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION pgdiff.dry_run(text, text, jsonb) FROM PUBLIC;

COMMENT ON SCHEMA pgdiff IS 'schema comparison and deployment';
COMMENT ON FUNCTION pgdiff.compare(text, text, jsonb) IS 'one row per object that differs between the source (the state that is wanted) and the target (the database that is to be changed)';
COMMENT ON FUNCTION pgdiff.summary(text, text, jsonb) IS 'how many objects differ, by action, type and risk';
COMMENT ON FUNCTION pgdiff.plan(text, text, jsonb) IS 'one row per statement that makes the target like the source, in order, with its locks, its risk and what takes it back';
COMMENT ON FUNCTION pgdiff.script(text, text, jsonb) IS 'the plan as a script that psql runs';
COMMENT ON FUNCTION pgdiff.rollback_script(text, text, jsonb) IS 'the script that takes the deployment back; generate it before deploying';
COMMENT ON FUNCTION pgdiff.fingerprint(text, jsonb) IS 'a hash of all that is compared: equal for two databases exactly if comparing them gives no row';
COMMENT ON FUNCTION pgdiff.checklist(text, text, jsonb) IS 'what to look at before a deployment: what the plan and the rows say, backups, replication, activity, settings; each with what was found and what to run';
COMMENT ON FUNCTION pgdiff.dry_run(text, text, jsonb) IS 'runs the plan in the target and takes it back: per step ok or the error, the time, the locks and rewrites as they were, and what differs at the end';
COMMENT ON FUNCTION pgdiff.backup_commands(text, text, jsonb) IS 'the pg_dump calls that cover what the plan can lose, and how to get it back';
COMMENT ON FUNCTION pgdiff.hazards() IS 'every hazard code with its risk, what it means, what to do about it, and what does the same with less risk';
COMMENT ON FUNCTION pgdiff.options() IS 'every option with its type, its default and what it does';
COMMENT ON FUNCTION pgdiff.object_types() IS 'every object type, and whether it is handled';
