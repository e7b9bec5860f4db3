-- Privileges on system columns, which are there with every table and are no objects themselves.
-- @both
CREATE TABLE stays (a int);
CREATE TABLE changes_owner (a int);
CREATE TABLE "Odd ""t" (a int) PARTITION BY RANGE (a);
CREATE SCHEMA "Odd ""s.";
CREATE TABLE "Odd ""s."."T" (a int);
-- @target
GRANT SELECT (ctid, a) ON stays TO bob;
CREATE TABLE goes (a int);
GRANT SELECT (tableoid) ON goes TO alice;
GRANT SELECT (xmin) ON changes_owner TO reader_role;
-- @source
GRANT SELECT (tableoid) ON "Odd ""s."."T" TO bob;
GRANT SELECT (tableoid) ON stays TO alice, PUBLIC;
GRANT SELECT (ctid) ON stays TO bob WITH GRANT OPTION;
SET ROLE bob;
GRANT SELECT (ctid) ON stays TO alice;
RESET ROLE;
CREATE TABLE comes (a int);
ALTER TABLE comes OWNER TO owner_role;
GRANT SELECT (tableoid) ON comes TO alice;
ALTER TABLE changes_owner OWNER TO owner_role;
GRANT SELECT (xmin) ON changes_owner TO reader_role;
GRANT SELECT (xmin), REFERENCES (tableoid) ON "Odd ""t" TO "Carol Ünï";
