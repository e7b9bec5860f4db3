-- The same two levels down, with the foreign key from within the tree itself; and the tree is dropped with its foreign key.
-- @both
CREATE TABLE public.p (a int, b int, up int, PRIMARY KEY (a, b)) PARTITION BY RANGE (a);
ALTER TABLE public.p ADD CONSTRAINT p_up FOREIGN KEY (a, up) REFERENCES public.p;
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES FROM (0) TO (10) PARTITION BY LIST (b);
CREATE TABLE public.p11 PARTITION OF public.p1 FOR VALUES IN (1);
CREATE TABLE public.f (a int, b int, CONSTRAINT f_p FOREIGN KEY (a, b) REFERENCES public.p ON DELETE CASCADE);
-- @source
CREATE TABLE public.p12 PARTITION OF public.p1 FOR VALUES IN (2);
CREATE TABLE public.p2 PARTITION OF public.p FOR VALUES FROM (10) TO (20) PARTITION BY LIST (b);
CREATE TABLE public.p21 PARTITION OF public.p2 FOR VALUES IN (1);
CREATE TABLE public.q (a int PRIMARY KEY) PARTITION BY RANGE (a);
CREATE TABLE public.q1 PARTITION OF public.q FOR VALUES FROM (0) TO (10);
CREATE TABLE public.g (a int REFERENCES public.q);
-- @rows
INSERT INTO public.p VALUES (1, 1, NULL), (1, 1, 1) ON CONFLICT DO NOTHING;
INSERT INTO public.f VALUES (1, 1);
-- @rows source
INSERT INTO public.p VALUES (1, 1, NULL);
INSERT INTO public.f VALUES (1, 1);
-- @lossy source table public.p12, table public.p2, table public.p21, table public.q, table public.q1, table public.g
