-- Exclusion constraints: two columns with operators, predicate, deferrable, expression with a statistics target, options.
-- @both
CREATE TABLE public.t (id int, c circle, period tsrange, n int);
-- @source
ALTER TABLE public.t ADD CONSTRAINT "no overlap" EXCLUDE USING gist (c WITH &&);
ALTER TABLE public.t ADD CONSTRAINT two EXCLUDE USING gist (c WITH &&, period WITH &&) INCLUDE (id) WITH (fillfactor = 60) USING INDEX TABLESPACE spare_space WHERE (n > 0 AND 'WHERE (' <> 'x') DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE public.t ADD CONSTRAINT hashed EXCLUDE USING hash (n WITH =);
ALTER TABLE public.t ADD CONSTRAINT expressed EXCLUDE USING btree ((n + id) WITH =) DEFERRABLE;
ALTER INDEX public.expressed ALTER COLUMN 1 SET STATISTICS 55;
COMMENT ON CONSTRAINT two ON public.t IS 'never both';
-- @rows
INSERT INTO public.t VALUES (1, '<(0,0),1>', '[2020-01-01,2020-02-01)', 1), (2, '<(9,9),1>', NULL, 2);
