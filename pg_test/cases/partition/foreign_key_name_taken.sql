-- A foreign key that a partition has from its table can't have that one's name where the partition has another constraint of it: the
-- server chooses one, by what was there at that time.
-- @target
CREATE TABLE public.r (id integer PRIMARY KEY);
CREATE TABLE public.p (id integer PRIMARY KEY, up integer, CONSTRAINT same FOREIGN KEY (up) REFERENCES public.p (id)) PARTITION BY LIST (id);
CREATE TABLE public.p1 (id integer PRIMARY KEY, up integer, CONSTRAINT same CHECK (true));
ALTER TABLE public.p ATTACH PARTITION public.p1 FOR VALUES IN (1);
-- @source
CREATE TABLE public.r (id integer PRIMARY KEY);
CREATE TABLE public.p (id integer PRIMARY KEY, up integer) PARTITION BY LIST (id);
CREATE TABLE public.p1 (id integer PRIMARY KEY, up integer, CONSTRAINT same CHECK (true), CONSTRAINT same_1 CHECK (id > 0), CONSTRAINT same_2 CHECK (id > 0));
ALTER TABLE public.p ATTACH PARTITION public.p1 FOR VALUES IN (1);
ALTER TABLE public.p1 DROP CONSTRAINT same_2;
ALTER TABLE public.p ADD CONSTRAINT same FOREIGN KEY (up) REFERENCES public.p (id);
ALTER TABLE public.p1 DROP CONSTRAINT same_1;
-- @rows
INSERT INTO public.p VALUES (1, 1);
-- @rows source
INSERT INTO public.p VALUES (1, 1);
