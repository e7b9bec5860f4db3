-- A column whose values are converted by USING, in a partitioned table with a foreign partition.
-- @both
CREATE EXTENSION file_fdw;
CREATE SERVER nil FOREIGN DATA WRAPPER file_fdw;
-- @target
CREATE TABLE public.p (k int, v text, w text) PARTITION BY LIST (k);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES IN (1);
CREATE FOREIGN TABLE public.f PARTITION OF public.p FOR VALUES IN (2) SERVER nil OPTIONS (filename '/dev/null', format 'csv');
ALTER FOREIGN TABLE public.f ALTER w OPTIONS (ADD force_not_null 'true');
-- @source
CREATE TABLE public.p (k int, v date, w text) PARTITION BY LIST (k);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES IN (1);
CREATE FOREIGN TABLE public.f PARTITION OF public.p FOR VALUES IN (2) SERVER nil OPTIONS (filename '/dev/null', format 'csv');
ALTER FOREIGN TABLE public.f ALTER w OPTIONS (ADD force_not_null 'true');
-- @rows
INSERT INTO public.p VALUES (1, '2024-01-01', 'x');
-- @rows source
INSERT INTO public.p VALUES (1, '2024-01-01', 'x');
