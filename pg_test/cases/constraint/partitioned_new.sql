-- A whole tree with keys and foreign keys is made, and dropped.
-- @both
CREATE TABLE public.r (id int PRIMARY KEY);
-- @source
CREATE TABLE public.p (a int NOT NULL, b int NOT NULL REFERENCES public.r, t text CHECK (t <> ''), PRIMARY KEY (a, b)) PARTITION BY RANGE (a);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES FROM (0) TO (10);
CREATE TABLE public.p2 PARTITION OF public.p FOR VALUES FROM (10) TO (20) PARTITION BY LIST (b);
CREATE TABLE public.p21 PARTITION OF public.p2 FOR VALUES IN (1);
CREATE TABLE public.pd PARTITION OF public.p DEFAULT;
CREATE TABLE public.f (a int, b int, FOREIGN KEY (a, b) REFERENCES public.p DEFERRABLE);
ALTER TABLE public.p1 ADD CONSTRAINT only_here CHECK (b > 0);
ALTER TABLE public.p1 ADD CONSTRAINT own_key UNIQUE (t);
