-- A constant of a composite type that loses an attribute, in a view that changes: neither can be first.
-- @target
CREATE TYPE public.ver AS (major int, minor int);
CREATE FUNCTION public.ver_cmp(public.ver, public.ver) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT CASE WHEN $1.major < $2.major THEN -1 WHEN $1.major > $2.major THEN 1 ELSE 0 END $$;
CREATE FUNCTION public.ver_lt(public.ver, public.ver) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT $1.major < $2.major $$;
CREATE OPERATOR public.<<< (LEFTARG = public.ver, RIGHTARG = public.ver, FUNCTION = public.ver_lt);
CREATE TABLE public.rel (id int, v public.ver); CREATE VIEW public.vv AS SELECT * FROM public.rel WHERE v OPERATOR(public.<<<) ROW(1, 2)::public.ver;
-- @source
CREATE TYPE public.ver AS (major int, minor int, patch int);
CREATE FUNCTION public.ver_cmp(a public.ver, b public.ver) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT CASE WHEN a.major < b.major THEN -1 WHEN a.major > b.major THEN 1 ELSE 0 END $$;
CREATE FUNCTION public.ver_lt(public.ver, public.ver) RETURNS boolean LANGUAGE plpgsql IMMUTABLE STRICT AS $$ BEGIN RETURN $1.major < $2.major; END $$;
CREATE OPERATOR public.<<< (LEFTARG = public.ver, RIGHTARG = public.ver, FUNCTION = public.ver_lt, RESTRICT = scalarltsel, JOIN = scalarltjoinsel);
CREATE OPERATOR CLASS public.ver_ops DEFAULT FOR TYPE public.ver USING btree AS OPERATOR 1 public.<<<, FUNCTION 1 public.ver_cmp(public.ver, public.ver);
CREATE TABLE public.rel (id int, v public.ver); CREATE INDEX ON public.rel (v); CREATE VIEW public.vv AS SELECT * FROM public.rel WHERE v OPERATOR(public.<<<) ROW(1, 2, 3)::public.ver;
CREATE CAST (public.ver AS text) WITH INOUT;
