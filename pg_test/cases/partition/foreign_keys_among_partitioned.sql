-- @both
CREATE TABLE public.other (id int);
-- @source
-- A partitioned table that refers to itself, and two that refer to each other.
CREATE TABLE public.self (id bigint PRIMARY KEY, parent bigint REFERENCES public.self (id)) PARTITION BY RANGE (id);
CREATE TABLE public.self_1 PARTITION OF public.self FOR VALUES FROM (0) TO (10);
CREATE TABLE public.self_2 PARTITION OF public.self FOR VALUES FROM (10) TO (20) PARTITION BY RANGE (id);
CREATE TABLE public.self_21 PARTITION OF public.self_2 FOR VALUES FROM (10) TO (15);
CREATE TABLE public.self_22 (parent bigint, id bigint NOT NULL PRIMARY KEY);
ALTER TABLE public.self_2 ATTACH PARTITION public.self_22 FOR VALUES FROM (15) TO (20);
CREATE TABLE public.cat (id int PRIMARY KEY, dog int) PARTITION BY RANGE (id);
CREATE TABLE public.dog (id int PRIMARY KEY, cat int) PARTITION BY HASH (id);
ALTER TABLE public.cat ADD FOREIGN KEY (dog) REFERENCES public.dog;
ALTER TABLE public.dog ADD FOREIGN KEY (cat) REFERENCES public.cat;
CREATE TABLE public.cat_1 PARTITION OF public.cat FOR VALUES FROM (0) TO (10);
CREATE TABLE public.cat_d PARTITION OF public.cat DEFAULT;
CREATE TABLE public.dog_1 PARTITION OF public.dog FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE public.dog_2 PARTITION OF public.dog FOR VALUES WITH (MODULUS 2, REMAINDER 1);
-- @rows source
INSERT INTO public.self VALUES (1, NULL), (12, 1), (17, 12), (18, 18);
INSERT INTO public.dog VALUES (1, NULL), (2, NULL);
INSERT INTO public.cat VALUES (1, 1), (11, 2);
UPDATE public.dog SET cat = 11;
