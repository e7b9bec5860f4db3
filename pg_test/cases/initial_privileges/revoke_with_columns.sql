-- A REVOKE on a table takes its columns' privileges with it, which stay nevertheless; initial ones come back.
-- @target
GRANT SELECT ON pg_authid TO alice;
GRANT SELECT (rolname) ON pg_authid TO alice;
REVOKE SELECT (subname) ON pg_subscription FROM PUBLIC;
-- @source
GRANT SELECT (rolname) ON pg_authid TO alice;
GRANT UPDATE ON pg_authid TO alice;
