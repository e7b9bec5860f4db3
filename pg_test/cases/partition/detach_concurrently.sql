-- Partitions that leave their table with the strategy online: a list, a range, one with partitions; and those that can't so: beside a
-- default one, of a hash, referred to, of another table then.
-- @options {"strategy": "online"}
-- @target
CREATE SCHEMA "S s";
CREATE TABLE "S s"."W ""w" (a int NOT NULL, b text CHECK (b <> ''), PRIMARY KEY (a)) PARTITION BY LIST (a);
CREATE TABLE "S s"."p 'p" PARTITION OF "S s"."W ""w" FOR VALUES IN (1, 2);
CREATE TABLE "S s".stays PARTITION OF "S s"."W ""w" FOR VALUES IN (3);
CREATE INDEX ON "S s"."W ""w" (b);
CREATE TABLE public.r (a int, b date) PARTITION BY RANGE (b, a);
CREATE TABLE public.r1 PARTITION OF public.r FOR VALUES FROM ('2020-01-01', MINVALUE) TO ('2021-01-01', 5) PARTITION BY LIST (a);
CREATE TABLE public.r11 PARTITION OF public.r1 FOR VALUES IN (1, NULL);
CREATE TABLE public.d (a int) PARTITION BY LIST (a);
CREATE TABLE public.d1 PARTITION OF public.d FOR VALUES IN (1);
CREATE TABLE public.dd PARTITION OF public.d DEFAULT;
CREATE TABLE public.h (a int) PARTITION BY HASH (a);
CREATE TABLE public.h1 PARTITION OF public.h FOR VALUES WITH (MODULUS 1, REMAINDER 0);
CREATE TABLE public.f (a int PRIMARY KEY) PARTITION BY LIST (a);
CREATE TABLE public.f1 PARTITION OF public.f FOR VALUES IN (1);
CREATE TABLE public.refers (a int REFERENCES public.f);
CREATE TABLE public.m1 (a int) PARTITION BY LIST (a);
CREATE TABLE public.m2 (a int) PARTITION BY LIST (a);
CREATE TABLE public.m PARTITION OF public.m1 FOR VALUES IN (1);
-- @source
CREATE SCHEMA "S s";
CREATE TABLE "S s"."W ""w" (a int NOT NULL, b text CHECK (b <> ''), PRIMARY KEY (a)) PARTITION BY LIST (a);
CREATE TABLE "S s"."p 'p" (a bigint, c text);
CREATE TABLE "S s".stays PARTITION OF "S s"."W ""w" FOR VALUES IN (3);
CREATE INDEX ON "S s"."W ""w" (b);
CREATE TABLE public.r (a int, b date) PARTITION BY RANGE (b, a);
CREATE TABLE public.r1 (a int, b date) PARTITION BY LIST (a);
CREATE TABLE public.r11 PARTITION OF public.r1 FOR VALUES IN (1, NULL);
CREATE TABLE public.d (a int) PARTITION BY LIST (a);
CREATE TABLE public.d1 (a int);
CREATE TABLE public.dd PARTITION OF public.d DEFAULT;
CREATE TABLE public.h (a int) PARTITION BY HASH (a);
CREATE TABLE public.h1 (a int);
CREATE TABLE public.f (a int PRIMARY KEY) PARTITION BY LIST (a);
CREATE TABLE public.f1 (a int PRIMARY KEY);
CREATE TABLE public.refers (a int REFERENCES public.f);
CREATE TABLE public.m1 (a int) PARTITION BY LIST (a);
CREATE TABLE public.m2 (a int) PARTITION BY LIST (a);
CREATE TABLE public.m PARTITION OF public.m2 FOR VALUES IN (1);
-- @rows
INSERT INTO "S s"."W ""w" VALUES (1, 'x'), (3, 'y');
INSERT INTO public.r VALUES (1, '2020-05-05');
INSERT INTO public.d VALUES (1), (2);
INSERT INTO public.h VALUES (1);
INSERT INTO public.m1 VALUES (1);
