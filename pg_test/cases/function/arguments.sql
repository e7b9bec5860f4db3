-- What CREATE OR REPLACE refuses: an argument renamed, a default removed, other OUT arguments, SETOF, VARIADIC, another kind.
-- @target
CREATE FUNCTION public.renamed(a int, b text) RETURNS int LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION public.default_gone(a int, b int DEFAULT 2) RETURNS int LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION public.outs(a int, OUT x int, OUT y text) LANGUAGE sql AS 'SELECT 1, null';
CREATE FUNCTION public.one_out(a int, OUT x int) LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION public.set_of() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION public.columns() RETURNS TABLE (a int, b int) LANGUAGE sql AS 'SELECT 1, 2';
CREATE FUNCTION public.vari(int[]) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION public.kind(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION public.poly(a anyelement, b anyelement DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION public.unnamed(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- @source
CREATE FUNCTION public.renamed(a int, "B b" text) RETURNS int LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION public.default_gone(a int, b int) RETURNS int LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION public.outs(a int, OUT x int, OUT z text) LANGUAGE sql AS 'SELECT 1, null';
CREATE FUNCTION public.one_out(a int, OUT y int) LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION public.set_of() RETURNS SETOF int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION public.columns() RETURNS TABLE (a int, c int) LANGUAGE sql AS 'SELECT 1, 2';
CREATE FUNCTION public.vari(VARIADIC int[]) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE PROCEDURE public.kind(a int) LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION public.poly(a anyelement, b anyelement DEFAULT 'x'::text) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION public.unnamed(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- @both
CREATE VIEW public.v AS SELECT public.renamed(1, 'x') AS a, public.default_gone(1, 2) AS b, o.x FROM public.outs(1) o;
CREATE VIEW public.w AS SELECT a FROM public.v;
CREATE VIEW public.on_set AS SELECT * FROM public.set_of();
CREATE VIEW public.on_columns AS SELECT a FROM public.columns();
COMMENT ON VIEW public.on_set IS 'c';
