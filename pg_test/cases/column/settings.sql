-- Storage, compression, statistics and options of columns, set, changed and taken back.
-- @target
CREATE TABLE public.t (a text, b text, c integer, d jsonb, e numeric);
ALTER TABLE public.t ALTER a SET STORAGE EXTERNAL, ALTER a SET STATISTICS 100, ALTER b SET COMPRESSION pglz;
ALTER TABLE public.t ALTER c SET (n_distinct = 5), ALTER e SET STORAGE PLAIN;
-- @source
CREATE TABLE public.t (a text, b text, c integer, d jsonb, e numeric);
ALTER TABLE public.t ALTER a SET STORAGE MAIN, ALTER b SET STATISTICS 0, ALTER d SET STORAGE PLAIN, ALTER d SET COMPRESSION pglz;
ALTER TABLE public.t ALTER c SET (n_distinct_inherited = 0.5), ALTER c SET STATISTICS 10000;
-- @rows
INSERT INTO public.t VALUES ('x', 'y', 1, '{}', 1.5);
