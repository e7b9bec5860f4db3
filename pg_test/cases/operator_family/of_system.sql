-- Members that a user adds to a family of the system, for a type of the user's: no dump has them, but they are in the type's way.
-- @source
CREATE TYPE public.v AS (a int);
CREATE FUNCTION public.lt(int, public.v) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT $1 < ($2).a';
CREATE OPERATOR public.< (FUNCTION = public.lt, LEFTARG = int, RIGHTARG = public.v);
ALTER OPERATOR FAMILY pg_catalog.integer_ops USING btree ADD OPERATOR 1 public.<(int, public.v);
CREATE FUNCTION public.cmp(public.v, public.v) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT ($1).a - ($2).a';
CREATE OPERATOR CLASS public.v_ops FOR TYPE public.v USING btree FAMILY pg_catalog.integer_ops AS FUNCTION 1 public.cmp(public.v, public.v);
