-- Keys, unique constraints, indexes and foreign keys on partitioned tables.
-- @both
CREATE TABLE public.other (id integer PRIMARY KEY);
-- @source
CREATE TABLE public.p (k integer, id integer, o integer REFERENCES public.other, x text, PRIMARY KEY (k, id), CHECK (id > 0)) PARTITION BY LIST (k);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES IN (1);
CREATE TABLE public.p2 PARTITION OF public.p FOR VALUES IN (2) PARTITION BY LIST (k);
CREATE TABLE public.p2a PARTITION OF public.p2 FOR VALUES IN (2);
CREATE INDEX p_x ON public.p (x);
CREATE TABLE public.ref (k integer, id integer, FOREIGN KEY (k, id) REFERENCES public.p);
