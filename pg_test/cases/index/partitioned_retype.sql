-- A column's type changes through a tree of partitions with indexes and keys whose parts have names and comments of their own.
-- @target
CREATE TABLE public.p (a int, b int NOT NULL, CONSTRAINT p_key PRIMARY KEY (a, b)) PARTITION BY RANGE (a);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES FROM (0) TO (10);
CREATE TABLE public.p2 PARTITION OF public.p FOR VALUES FROM (10) TO (20);
CREATE INDEX p1_own_name ON public.p1 (b);
CREATE INDEX whole ON public.p (b);
COMMENT ON INDEX public.p1_own_name IS 'mine';
-- @source
CREATE TABLE public.p (a int, b bigint NOT NULL, CONSTRAINT p_key PRIMARY KEY (a, b)) PARTITION BY RANGE (a);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES FROM (0) TO (10);
CREATE TABLE public.p2 PARTITION OF public.p FOR VALUES FROM (10) TO (20);
CREATE INDEX p1_own_name ON public.p1 (b);
CREATE INDEX whole ON public.p (b);
COMMENT ON INDEX public.p1_own_name IS 'mine';
-- @rows
INSERT INTO public.p VALUES (1, 1), (11, 1);
-- @rows source
INSERT INTO public.p VALUES (1, 1), (11, 1);
