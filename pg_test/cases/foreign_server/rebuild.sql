-- Another type or wrapper: the server is made anew, with its mappings, its foreign tables and what stands on those.
-- @target
CREATE FOREIGN DATA WRAPPER one;
CREATE FOREIGN DATA WRAPPER "two;";
CREATE SERVER typed TYPE 'a' FOREIGN DATA WRAPPER one OPTIONS (x 'y');
CREATE SERVER moves FOREIGN DATA WRAPPER one;
CREATE USER MAPPING FOR alice SERVER typed OPTIONS ("user" 'a');
CREATE USER MAPPING FOR PUBLIC SERVER moves;
CREATE FOREIGN TABLE public.ft (a integer OPTIONS (n '1') NOT NULL DEFAULT 5, b text) SERVER typed OPTIONS (t 'u');
CREATE VIEW public.v AS SELECT a, b FROM public.ft;
ALTER FOREIGN TABLE public.ft OWNER TO alice;
GRANT SELECT ON public.ft TO bob;
GRANT SELECT (a) ON public.ft TO reader_role;
GRANT USAGE ON FOREIGN SERVER typed TO bob;
ALTER SERVER typed OWNER TO bob;
COMMENT ON SERVER typed IS 'kept';
COMMENT ON COLUMN public.ft.a IS 'kept';
-- @source
CREATE FOREIGN DATA WRAPPER one;
CREATE FOREIGN DATA WRAPPER "two;";
CREATE SERVER typed TYPE 'b' FOREIGN DATA WRAPPER one OPTIONS (x 'y');
CREATE SERVER moves FOREIGN DATA WRAPPER "two;";
CREATE USER MAPPING FOR alice SERVER typed OPTIONS ("user" 'a');
CREATE USER MAPPING FOR PUBLIC SERVER moves;
CREATE FOREIGN TABLE public.ft (a integer OPTIONS (n '1') NOT NULL DEFAULT 5, b text) SERVER typed OPTIONS (t 'u');
CREATE VIEW public.v AS SELECT a, b FROM public.ft;
ALTER FOREIGN TABLE public.ft OWNER TO alice;
GRANT SELECT ON public.ft TO bob;
GRANT SELECT (a) ON public.ft TO reader_role;
GRANT USAGE ON FOREIGN SERVER typed TO bob;
ALTER SERVER typed OWNER TO bob;
COMMENT ON SERVER typed IS 'kept';
COMMENT ON COLUMN public.ft.a IS 'kept';
