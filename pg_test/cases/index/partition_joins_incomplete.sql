-- Tables join and leave one whose index and key not every partition has a part of: with a part of theirs that stays, with one that
-- comes, with none; in another schema, and with partitions of their own.
-- @both
CREATE SCHEMA "Other ""s""";
CREATE TABLE public.p (a integer NOT NULL, b integer) PARTITION BY LIST (a);
CREATE TABLE public.stays PARTITION OF public.p FOR VALUES IN (9);
-- @target
CREATE TABLE "Other ""s"""."P 1" (a integer NOT NULL, b integer);
CREATE INDEX "P 1_b" ON "Other ""s"""."P 1" (b);
CREATE TABLE public.p2 (a integer NOT NULL, b integer);
CREATE TABLE public.p3 (a integer NOT NULL, b integer) PARTITION BY LIST (b);
CREATE TABLE public.p31 PARTITION OF public.p3 FOR VALUES IN (1);
CREATE INDEX p_b ON ONLY public.p (b);
ALTER TABLE ONLY public.p ADD CONSTRAINT p_key UNIQUE (a);
COMMENT ON INDEX public.p_b IS 'kept';
-- @source
CREATE TABLE "Other ""s"""."P 1" PARTITION OF public.p FOR VALUES IN (1);
CREATE TABLE public.p2 PARTITION OF public.p FOR VALUES IN (2);
CREATE TABLE public.p3 PARTITION OF public.p FOR VALUES IN (3) PARTITION BY LIST (b);
CREATE TABLE public.p31 PARTITION OF public.p3 FOR VALUES IN (1);
CREATE INDEX p_b ON ONLY public.p (b);
CREATE INDEX "P 1_b" ON "Other ""s"""."P 1" (b);
ALTER INDEX public.p_b ATTACH PARTITION "Other ""s"""."P 1_b";
CREATE INDEX p2_b ON public.p2 (b);
ALTER INDEX public.p_b ATTACH PARTITION public.p2_b;
ALTER TABLE ONLY public.p ADD CONSTRAINT p_key UNIQUE (a);
ALTER TABLE public.p2 ADD CONSTRAINT "own key" UNIQUE (a);
ALTER INDEX public.p_key ATTACH PARTITION public."own key";
COMMENT ON INDEX public.p_b IS 'kept';
-- @rows
INSERT INTO "Other ""s"""."P 1" VALUES (1, 2);
INSERT INTO public.p2 VALUES (2, 2);
INSERT INTO public.p3 VALUES (3, 1);
INSERT INTO public.p VALUES (9, 1);
-- @rows source
INSERT INTO public.p VALUES (1, 2), (2, 2), (3, 1), (9, 1);
