-- GiST, GIN, SP-GiST and BRIN tie members to a class or a family each in its own way; storage; order-by operators.
-- @both
CREATE FUNCTION public.near(point, point) RETURNS float8 LANGUAGE internal IMMUTABLE STRICT AS 'point_distance';
CREATE OPERATOR public.<~> (FUNCTION = public.near, LEFTARG = point, RIGHTARG = point, COMMUTATOR = OPERATOR(public.<~>));
-- @source
CREATE OPERATOR CLASS public.g FOR TYPE point USING gist AS
  OPERATOR 11 |>>(point, point), OPERATOR 1 <<(point, point), OPERATOR 15 public.<~>(point, point) FOR ORDER BY float_ops,
  FUNCTION 1 (point, point) gist_point_consistent(internal, point, smallint, oid, internal),
  FUNCTION 2 (point, point) gist_box_union(internal, internal),
  FUNCTION 3 (point, point) gist_point_compress(internal),
  FUNCTION 5 (point, point) gist_box_penalty(internal, internal, internal),
  FUNCTION 6 (point, point) gist_box_picksplit(internal, internal),
  FUNCTION 7 (point, point) gist_box_same(box, box, internal),
  FUNCTION 8 (point, point) gist_point_distance(internal, point, smallint, oid, internal),
  STORAGE box;
CREATE OPERATOR CLASS public.n FOR TYPE _int4 USING gin AS
  OPERATOR 1 &&(anyarray, anyarray), OPERATOR 2 @>(anyarray, anyarray),
  FUNCTION 1 btint4cmp(int4, int4), FUNCTION 2 ginarrayextract(anyarray, internal, internal),
  FUNCTION 3 ginqueryarrayextract(anyarray, internal, smallint, internal, internal, internal, internal),
  FUNCTION 4 ginarrayconsistent(internal, smallint, anyarray, integer, internal, internal, internal, internal),
  STORAGE int4;
CREATE OPERATOR CLASS public.s FOR TYPE text USING spgist AS
  OPERATOR 3 =(text, text), FUNCTION 1 spg_text_config(internal, internal), FUNCTION 2 spg_text_choose(internal, internal),
  FUNCTION 3 spg_text_picksplit(internal, internal), FUNCTION 4 spg_text_inner_consistent(internal, internal),
  FUNCTION 5 spg_text_leaf_consistent(internal, internal);
CREATE OPERATOR CLASS public.b FOR TYPE int4 USING brin AS
  OPERATOR 1 <(int4, int4), OPERATOR 3 =(int4, int4), FUNCTION 1 brin_minmax_opcinfo(internal),
  FUNCTION 2 brin_minmax_add_value(internal, internal, internal, internal),
  FUNCTION 3 brin_minmax_consistent(internal, internal, internal), FUNCTION 4 brin_minmax_union(internal, internal, internal);
-- A required function that was added later: it is the family's, and can't leave it.
ALTER OPERATOR FAMILY public.g USING gist ADD FUNCTION 2 (box, box) gist_box_union(internal, internal);
CREATE TABLE public.t (p point, a int4[], x text, i int4);
CREATE INDEX g ON public.t USING gist (p public.g);
CREATE INDEX n ON public.t USING gin (a public.n);
CREATE INDEX s ON public.t USING spgist (x public.s);
CREATE INDEX b ON public.t USING brin (i public.b);
