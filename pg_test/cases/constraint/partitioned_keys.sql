-- Keys across partitions of two levels, with a foreign key to them, added to a tree that is there.
-- @both
CREATE TABLE public.p (a int NOT NULL, b int NOT NULL, t text) PARTITION BY RANGE (a);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES FROM (0) TO (10);
CREATE TABLE public.p2 PARTITION OF public.p FOR VALUES FROM (10) TO (20) PARTITION BY LIST (b);
CREATE TABLE public.p21 PARTITION OF public.p2 FOR VALUES IN (1);
CREATE TABLE public.f (a int, b int);
-- @source
ALTER TABLE public.p ADD CONSTRAINT "P key" PRIMARY KEY (a, b);
ALTER TABLE public.p ADD CONSTRAINT p_t UNIQUE (a, b, t);
ALTER TABLE public.f ADD CONSTRAINT f_p FOREIGN KEY (a, b) REFERENCES public.p ON DELETE CASCADE;
ALTER TABLE public.p ADD CONSTRAINT p_self FOREIGN KEY (a, b) REFERENCES public.p;
COMMENT ON CONSTRAINT "P key" ON public.p IS 'of all';
-- @rows
INSERT INTO public.p VALUES (1, 1, 'x'), (11, 1, 'y');
INSERT INTO public.f VALUES (11, 1);
-- @rows source
INSERT INTO public.p VALUES (1, 1, 'x'), (11, 1, 'y');
INSERT INTO public.f VALUES (11, 1);
