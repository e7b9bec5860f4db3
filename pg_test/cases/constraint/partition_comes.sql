-- A partition joins a table that has keys, foreign keys, checks; or leaves it and keeps some of them.
-- @target
CREATE TABLE public.r (id int PRIMARY KEY);
CREATE TABLE public.p (a int NOT NULL, b int NOT NULL, t text, CONSTRAINT p_key PRIMARY KEY (a, b),
    CONSTRAINT p_r FOREIGN KEY (b) REFERENCES public.r, CONSTRAINT p_t CHECK (t <> '')) PARTITION BY RANGE (a);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES FROM (0) TO (10);
CREATE TABLE public.alone (a int NOT NULL, b int NOT NULL, t text);
CREATE TABLE public.alone2 (a int NOT NULL, b int NOT NULL, t text, CONSTRAINT alone2_pkey PRIMARY KEY (a, b),
    CONSTRAINT p_r FOREIGN KEY (b) REFERENCES public.r, CONSTRAINT p_t CHECK (t <> ''));
-- @source
CREATE TABLE public.r (id int PRIMARY KEY);
CREATE TABLE public.p (a int NOT NULL, b int NOT NULL, t text, CONSTRAINT p_key PRIMARY KEY (a, b),
    CONSTRAINT p_r FOREIGN KEY (b) REFERENCES public.r, CONSTRAINT p_t CHECK (t <> '')) PARTITION BY RANGE (a);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES FROM (0) TO (10);
CREATE TABLE public.p2 PARTITION OF public.p FOR VALUES FROM (10) TO (20);
CREATE TABLE public.alone PARTITION OF public.p FOR VALUES FROM (20) TO (30);
CREATE TABLE public.alone2 PARTITION OF public.p FOR VALUES FROM (30) TO (40);
-- @rows
INSERT INTO public.r VALUES (1);
INSERT INTO public.p VALUES (1, 1, 'x');
INSERT INTO public.alone VALUES (21, 1, 'x');
INSERT INTO public.alone2 VALUES (31, 1, 'x');
-- @rows source
INSERT INTO public.r VALUES (1);
INSERT INTO public.p VALUES (1, 1, 'x'), (21, 1, 'x'), (31, 1, 'x');
-- @lossy source table public.p2
