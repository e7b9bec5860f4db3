-- What is added to a class in place, and what makes it anew with the indexes on it.
-- @both
CREATE FUNCTION public.cmp(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 - $2';
CREATE OPERATOR FAMILY public.f USING btree;
-- @target
CREATE OPERATOR CLASS public.c FOR TYPE int USING btree FAMILY public.f AS
  OPERATOR 1 <(int, int), OPERATOR 3 =(int, int), FUNCTION 1 btint4cmp(int, int);
CREATE OPERATOR CLASS public.d FOR TYPE int USING btree AS OPERATOR 1 <(int, int), FUNCTION 1 btint4cmp(int, int);
CREATE OPERATOR CLASS public.b FOR TYPE int4 USING brin AS OPERATOR 1 <(int4, int4), FUNCTION 1 brin_minmax_opcinfo(internal);
-- @source
CREATE OPERATOR CLASS public.c FOR TYPE int USING btree FAMILY public.f AS
  OPERATOR 1 <(int, int), OPERATOR 3 =(int, int), OPERATOR 5 >(int, int), FUNCTION 1 btint4cmp(int, int), FUNCTION 4 btequalimage(oid);
CREATE OPERATOR CLASS public.d FOR TYPE int USING btree AS OPERATOR 1 <(int, int), FUNCTION 1 public.cmp(int, int);
CREATE OPERATOR CLASS public.b FOR TYPE int4 USING brin AS
  OPERATOR 1 <(int4, int4), OPERATOR 3 =(int4, int4), FUNCTION 1 brin_minmax_opcinfo(internal);
-- @both
ALTER OPERATOR CLASS public.c USING btree OWNER TO alice;
COMMENT ON OPERATOR CLASS public.c USING btree IS 'c';
CREATE TABLE public.t (i int);
CREATE INDEX c ON public.t (i public.c);
CREATE INDEX d ON public.t (i public.d);
-- @rows
INSERT INTO public.t SELECT generate_series(1, 100);
-- @rows source
INSERT INTO public.t SELECT generate_series(1, 100);
