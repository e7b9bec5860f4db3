-- Privileges of identity and serial sequences, REVOKE before a column's GRANT, owners.
-- @both
CREATE TABLE public.t (id int GENERATED ALWAYS AS IDENTITY, s serial, a int, b int);
CREATE SEQUENCE public.free;
-- @target
GRANT USAGE ON SEQUENCE public.t_id_seq TO alice;
GRANT SELECT ON public.t TO bob;
GRANT ALL ON SEQUENCE public.free TO alice;
COMMENT ON SEQUENCE public.t_id_seq IS 'identity';
-- @source
ALTER TABLE public.t OWNER TO alice;
GRANT SELECT ON SEQUENCE public.t_id_seq TO bob WITH GRANT OPTION;
REVOKE ALL ON SEQUENCE public.t_s_seq FROM alice;
GRANT UPDATE ON SEQUENCE public.t_s_seq TO PUBLIC;
GRANT SELECT (a), UPDATE (b) ON public.t TO bob;
GRANT INSERT ON public.t TO writer_role;
ALTER SEQUENCE public.free OWNER TO bob;
COMMENT ON SEQUENCE public.t_s_seq IS 'serial';
