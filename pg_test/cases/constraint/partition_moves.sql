-- A partition moves from one partitioned table to another, and one changes its bound: keys, foreign keys, checks and indexes go along.
-- @both
CREATE TABLE public.r (id int PRIMARY KEY);
CREATE TABLE public.p (a int NOT NULL, b int, CONSTRAINT p_key PRIMARY KEY (a), CONSTRAINT p_r FOREIGN KEY (b) REFERENCES public.r, CONSTRAINT c CHECK (b > 0)) PARTITION BY RANGE (a);
CREATE TABLE public.q (a int NOT NULL, b int, CONSTRAINT q_key PRIMARY KEY (a), CONSTRAINT p_r FOREIGN KEY (b) REFERENCES public.r ON DELETE CASCADE, CONSTRAINT c CHECK (b > -1)) PARTITION BY RANGE (a);
CREATE INDEX p_b ON public.p (b);
CREATE INDEX q_b ON public.q (b);
-- @target
CREATE TABLE public.moves PARTITION OF public.p FOR VALUES FROM (0) TO (10);
CREATE TABLE public.widens PARTITION OF public.p FOR VALUES FROM (10) TO (20);
-- @source
CREATE TABLE public.moves PARTITION OF public.q FOR VALUES FROM (0) TO (10);
CREATE TABLE public.widens PARTITION OF public.p FOR VALUES FROM (10) TO (30);
-- @rows
INSERT INTO public.r VALUES (1);
INSERT INTO public.moves VALUES (1, 1);
INSERT INTO public.widens VALUES (11, 1);
-- @rows source
INSERT INTO public.r VALUES (1);
INSERT INTO public.moves VALUES (1, 1);
INSERT INTO public.widens VALUES (11, 1);
