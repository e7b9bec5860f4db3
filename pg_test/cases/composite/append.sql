Attributes appended, dropped and retyped where no column holds the type: in place.
-- @target
CREATE TYPE public.c AS (a int, gone text, b varchar(5));
COMMENT ON COLUMN public.c.gone IS 'goes';
-- @source
CREATE TYPE public.c AS (a bigint, b varchar(9) COLLATE "C", z text, "A new" int[]);
COMMENT ON COLUMN public.c.a IS 'bigger';
-- @both
CREATE FUNCTION public.f() RETURNS public.c LANGUAGE sql AS 'SELECT NULL::public.c';
CREATE VIEW public.v AS SELECT (public.f()).a AS x;
