-- Another default, family, storage: made anew. A default that passes from one class to another.
-- @both
CREATE TYPE public.e AS ENUM ('a', 'b');
CREATE OPERATOR FAMILY public.f USING btree;
-- @target
CREATE OPERATOR CLASS public.one DEFAULT FOR TYPE public.e USING btree AS
  OPERATOR 1 <(anyenum, anyenum), OPERATOR 2 <=(anyenum, anyenum), OPERATOR 3 =(anyenum, anyenum), OPERATOR 4 >=(anyenum, anyenum), OPERATOR 5 >(anyenum, anyenum), FUNCTION 1 (public.e, public.e) enum_cmp(anyenum, anyenum);
CREATE OPERATOR CLASS public.two FOR TYPE public.e USING btree AS
  OPERATOR 1 <(anyenum, anyenum), OPERATOR 2 <=(anyenum, anyenum), OPERATOR 3 =(anyenum, anyenum), OPERATOR 4 >=(anyenum, anyenum), OPERATOR 5 >(anyenum, anyenum), FUNCTION 1 (public.e, public.e) enum_cmp(anyenum, anyenum);
CREATE OPERATOR CLASS public.three FOR TYPE int USING btree AS OPERATOR 1 <(int, int), FUNCTION 1 btint4cmp(int, int);
-- @source
CREATE OPERATOR CLASS public.one FOR TYPE public.e USING btree AS
  OPERATOR 1 <(anyenum, anyenum), OPERATOR 2 <=(anyenum, anyenum), OPERATOR 3 =(anyenum, anyenum), OPERATOR 4 >=(anyenum, anyenum), OPERATOR 5 >(anyenum, anyenum), FUNCTION 1 (public.e, public.e) enum_cmp(anyenum, anyenum);
CREATE OPERATOR CLASS public.two DEFAULT FOR TYPE public.e USING btree AS
  OPERATOR 1 <(anyenum, anyenum), OPERATOR 2 <=(anyenum, anyenum), OPERATOR 3 =(anyenum, anyenum), OPERATOR 4 >=(anyenum, anyenum), OPERATOR 5 >(anyenum, anyenum), FUNCTION 1 (public.e, public.e) enum_cmp(anyenum, anyenum);
CREATE OPERATOR CLASS public.three FOR TYPE int USING btree FAMILY public.f AS OPERATOR 1 <(int, int), FUNCTION 1 btint4cmp(int, int);
-- @both
CREATE TABLE public.t (e public.e, i int);
CREATE INDEX one ON public.t (e public.one);
CREATE INDEX three ON public.t (i public.three);
COMMENT ON INDEX public.three IS 'three';
-- @rows
INSERT INTO public.t VALUES ('a', 1), ('b', 2);
-- @rows source
INSERT INTO public.t VALUES ('a', 1), ('b', 2);
