-- Privileges on parameters, with grant options, and of a parameter that is no one's.
-- @options {"scope": "cluster"}
-- @target
GRANT SET ON PARAMETER work_mem TO alice, bob;
GRANT ALTER SYSTEM ON PARAMETER log_statement TO PUBLIC;
-- @source
CREATE ROLE new_role;
GRANT SET, ALTER SYSTEM ON PARAMETER work_mem TO alice WITH GRANT OPTION;
SET ROLE alice;
GRANT SET ON PARAMETER work_mem TO "Carol Ünï";
RESET ROLE;
GRANT SET ON PARAMETER "my.param" TO "quo""ted", new_role;
