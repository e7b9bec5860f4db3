-- The enum of a partition key loses a value, and with it go partitions whose columns, checks, defaults and indexes stand on it.
-- @target
CREATE TYPE public.region AS ENUM ('eu', 'us', 'none');
CREATE TABLE public.c (r public.region DEFAULT 'none', n integer) PARTITION BY LIST (r);
CREATE TABLE public.c_eu PARTITION OF public.c FOR VALUES IN ('eu');
CREATE TABLE public.c_no PARTITION OF public.c FOR VALUES IN ('none', 'us', NULL);
CREATE INDEX c_n ON public.c (n) WHERE r <> 'none'::public.region;
ALTER TABLE public.c_no ADD CHECK (r <> 'eu'::public.region OR n > 0);
CREATE INDEX "own Index" ON public.c_no ((r = 'us'::public.region));
CREATE TABLE public.sub (r public.region, n integer) PARTITION BY LIST (r);
CREATE TABLE public.sub_eu PARTITION OF public.sub FOR VALUES IN ('eu');
CREATE TABLE public.sub_no PARTITION OF public.sub (CHECK (r <> 'eu'::public.region)) FOR VALUES IN ('none', 'us') PARTITION BY LIST (n);
CREATE TABLE public.sub_no_1 PARTITION OF public.sub_no (r DEFAULT 'none') FOR VALUES IN (1);
-- @source
CREATE TYPE public.region AS ENUM ('eu', 'us');
CREATE TABLE public.c (r public.region, n integer) PARTITION BY LIST (r);
CREATE TABLE public.c_eu PARTITION OF public.c FOR VALUES IN ('eu');
CREATE TABLE public.c_us PARTITION OF public.c FOR VALUES IN ('us', NULL);
CREATE INDEX c_n ON public.c (n);
CREATE TABLE public.sub (r public.region, n integer) PARTITION BY LIST (r);
CREATE TABLE public.sub_eu PARTITION OF public.sub FOR VALUES IN ('eu');
CREATE TABLE public.sub_us PARTITION OF public.sub FOR VALUES IN ('us');
-- @rows
INSERT INTO public.c VALUES ('eu', 1), ('us', 2), (NULL, 3);
INSERT INTO public.sub VALUES ('eu', 1), ('us', 1);
-- @rows source
INSERT INTO public.c VALUES ('eu', 1), ('us', 2), (NULL, 3);
INSERT INTO public.sub VALUES ('eu', 1), ('us', 1);
