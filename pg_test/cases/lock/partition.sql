-- Partitions that come and go, with and without a default partition, and where a check says that the rows belong there.
-- @target
CREATE TABLE public.whole (k integer) PARTITION BY LIST (k);
CREATE TABLE public.part PARTITION OF public.whole FOR VALUES IN (1);
CREATE TABLE public.joins (k integer);
CREATE TABLE public.joins_checked (k integer, CONSTRAINT belongs CHECK (k IS NOT NULL AND k = 3));
CREATE TABLE public.leaves PARTITION OF public.whole FOR VALUES IN (4);
CREATE TABLE public.rest (k integer) PARTITION BY LIST (k);
CREATE TABLE public.rest_default PARTITION OF public.rest DEFAULT;
CREATE TABLE public.joins_beside (k integer);
-- @source
CREATE TABLE public.whole (k integer) PARTITION BY LIST (k);
CREATE TABLE public.part PARTITION OF public.whole FOR VALUES IN (1);
CREATE TABLE public.joins (k integer);
ALTER TABLE public.whole ATTACH PARTITION public.joins FOR VALUES IN (2);
CREATE TABLE public.joins_checked (k integer, CONSTRAINT belongs CHECK (k IS NOT NULL AND k = 3));
ALTER TABLE public.whole ATTACH PARTITION public.joins_checked FOR VALUES IN (3);
CREATE TABLE public.leaves (k integer);
CREATE TABLE public.made PARTITION OF public.whole FOR VALUES IN (5);
CREATE TABLE public.rest (k integer) PARTITION BY LIST (k);
CREATE TABLE public.rest_default PARTITION OF public.rest DEFAULT;
CREATE TABLE public.joins_beside (k integer);
ALTER TABLE public.rest ATTACH PARTITION public.joins_beside FOR VALUES IN (1);
-- @rows
INSERT INTO public.whole VALUES (1), (4);
INSERT INTO public.joins VALUES (2);
INSERT INTO public.joins_checked VALUES (3);
INSERT INTO public.rest VALUES (7);
