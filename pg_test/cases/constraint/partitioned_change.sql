-- Keys, foreign keys and checks of a tree of partitions change; a part of a key has another name.
-- @both
CREATE TABLE public.r (id int PRIMARY KEY, u int UNIQUE);
CREATE TABLE public.p (a int NOT NULL, b int NOT NULL, c int) PARTITION BY RANGE (a);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES FROM (0) TO (10);
CREATE TABLE public.p2 PARTITION OF public.p FOR VALUES FROM (10) TO (20) PARTITION BY LIST (b);
CREATE TABLE public.p21 PARTITION OF public.p2 FOR VALUES IN (1);
-- @target
ALTER TABLE public.p ADD CONSTRAINT p_key PRIMARY KEY (a, b);
ALTER TABLE public.p ADD CONSTRAINT p_u UNIQUE (a, b, c);
ALTER TABLE public.p ADD CONSTRAINT p_r FOREIGN KEY (c) REFERENCES public.r;
ALTER TABLE public.p ADD CONSTRAINT p_d FOREIGN KEY (c) REFERENCES public.r;
ALTER TABLE public.p ADD CONSTRAINT ck CHECK (c > 0) NOT VALID;
CREATE TABLE public.f (a int, b int, CONSTRAINT f_p FOREIGN KEY (a, b) REFERENCES public.p);
-- @source
ALTER TABLE public.p ADD CONSTRAINT p_key PRIMARY KEY (b, a);
ALTER TABLE public.p ADD CONSTRAINT p_u UNIQUE (a, b, c);
ALTER TABLE public.p1 RENAME CONSTRAINT p1_a_b_c_key TO "p1 Other";
COMMENT ON CONSTRAINT "p1 Other" ON public.p1 IS 'another name';
ALTER TABLE public.p ADD CONSTRAINT p_r FOREIGN KEY (c) REFERENCES public.r (u) ON DELETE CASCADE;
ALTER TABLE public.p ADD CONSTRAINT p_d FOREIGN KEY (c) REFERENCES public.r DEFERRABLE;
ALTER TABLE public.p ADD CONSTRAINT ck CHECK (c > 0);
CREATE TABLE public.f (a int, b int, CONSTRAINT f_p FOREIGN KEY (a, b) REFERENCES public.p (a, b));
-- @rows
INSERT INTO public.r VALUES (1, 1);
INSERT INTO public.p VALUES (1, 1, 1), (11, 1, 1);
INSERT INTO public.f VALUES (1, 1);
-- @rows source
INSERT INTO public.r VALUES (1, 1);
INSERT INTO public.p VALUES (1, 1, 1), (11, 1, 1);
INSERT INTO public.f VALUES (1, 1);
