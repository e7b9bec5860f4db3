-- Tablespaces that lie in the data directory: made, dropped, with options, owner, privileges, comment, and tables in them.
-- @options {"scope": "cluster", "pre_script": "SET allow_in_place_tablespaces = on"}
-- @both
SET allow_in_place_tablespaces = on;
CREATE TABLESPACE stays LOCATION '' WITH (seq_page_cost = 2, random_page_cost = 3);
-- @target
GRANT CREATE ON TABLESPACE stays TO alice;
CREATE TABLESPACE "goes ""x" OWNER alice LOCATION '';
-- @source
ALTER TABLESPACE stays SET (seq_page_cost = 5);
ALTER TABLESPACE stays RESET (random_page_cost);
ALTER TABLESPACE stays OWNER TO bob;
CREATE TABLESPACE "comes ""Ünï; --" OWNER "quo""ted" LOCATION '' WITH (effective_io_concurrency = 4);
GRANT CREATE ON TABLESPACE "comes ""Ünï; --" TO "Carol Ünï" WITH GRANT OPTION;
COMMENT ON TABLESPACE "comes ""Ünï; --" IS 'it''s';
SECURITY LABEL FOR dummy ON TABLESPACE stays IS 'a tablespace''s';
CREATE TABLE public.t (a integer) TABLESPACE "comes ""Ünï; --";
