-- Families without a class: owner, comment, loose members.
-- @source
CREATE SCHEMA "f F";
CREATE OPERATOR FAMILY "f F"."select" USING gist;
CREATE OPERATOR FAMILY "f F"."select" USING btree;
ALTER OPERATOR FAMILY "f F"."select" USING gist OWNER TO "Carol Ünï";
ALTER OPERATOR FAMILY "f F"."select" USING gist ADD OPERATOR 15 <->(point, point) FOR ORDER BY float_ops, FUNCTION 3 (point, point) gist_point_compress(internal);
COMMENT ON OPERATOR FAMILY "f F"."select" USING btree IS 'it''s a family';
ALTER OPERATOR FAMILY "f F"."select" USING btree ADD OPERATOR 1 <(int, int), FUNCTION 1 (int, int) btint4cmp(int, int);
