-- Bounds change and partitions come while a default partition stands in the way; one becomes the default, another no longer is.
-- @both
CREATE SCHEMA parts;
-- @target
CREATE TABLE public.p (k integer, v text) PARTITION BY RANGE (k);
CREATE TABLE parts.p1 PARTITION OF public.p FOR VALUES FROM (0) TO (10);
CREATE TABLE parts.pd PARTITION OF public.p DEFAULT;
CREATE TABLE parts.swap1 (k integer, v text);
CREATE TABLE public.l (k text) PARTITION BY LIST (k);
CREATE TABLE parts.one PARTITION OF public.l FOR VALUES IN ('a');
CREATE TABLE parts.rest PARTITION OF public.l DEFAULT;
-- @source
CREATE TABLE public.p (k integer, v text) PARTITION BY RANGE (k);
CREATE TABLE parts.p1 PARTITION OF public.p FOR VALUES FROM (0) TO (5);
CREATE TABLE parts.pd PARTITION OF public.p DEFAULT;
CREATE TABLE parts.swap1 PARTITION OF public.p FOR VALUES FROM (5) TO (10);
CREATE TABLE public.l (k text) PARTITION BY LIST (k);
CREATE TABLE parts.one PARTITION OF public.l DEFAULT;
CREATE TABLE parts.rest PARTITION OF public.l FOR VALUES IN ('b', NULL);
-- @both
CREATE INDEX ON public.p (k);
-- @rows
INSERT INTO public.p VALUES (1, 'x'), (20, 'y');
INSERT INTO parts.swap1 VALUES (7, 'z');
INSERT INTO public.l VALUES ('a'), (NULL), ('b');
-- @rows source
INSERT INTO public.p VALUES (1, 'x'), (20, 'y'), (6, 'q');
INSERT INTO public.l VALUES ('b');
