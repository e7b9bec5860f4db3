-- Exclusion constraints that change: what, where, when; options and statistics in place.
-- @target
CREATE TABLE public.t (c circle, n int,
    CONSTRAINT a EXCLUDE USING gist (c WITH &&),
    CONSTRAINT b EXCLUDE USING gist (c WITH &&) WHERE (n > 0),
    CONSTRAINT o EXCLUDE USING gist (c WITH &&) WITH (fillfactor = 60) WHERE (n > 1),
    CONSTRAINT e EXCLUDE ((n + 1) WITH =));
ALTER INDEX public.e ALTER COLUMN 1 SET STATISTICS 10;
-- @source
CREATE TABLE public.t (c circle, n int,
    CONSTRAINT a EXCLUDE USING gist (c WITH ~=),
    CONSTRAINT b EXCLUDE USING gist (c WITH &&) WHERE (n > 5) DEFERRABLE,
    CONSTRAINT o EXCLUDE USING gist (c WITH &&) WITH (fillfactor = 70) WHERE (n > 1),
    CONSTRAINT e EXCLUDE ((n + 1) WITH =));
ALTER INDEX public.e ALTER COLUMN 1 SET STATISTICS 20;
-- @rows
INSERT INTO public.t VALUES ('<(0,0),1>', 1);
