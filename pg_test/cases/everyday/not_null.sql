-- NOT NULL under keys, identities, inheritance, partitions and views; primary keys that go and leave it behind.
-- @target
CREATE TABLE public.a (x int PRIMARY KEY, y int, z int NOT NULL);
CREATE TABLE public.b (x int, y int NOT NULL);
CREATE TABLE public.p (x int NOT NULL, y int) PARTITION BY LIST (x);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES IN (1);
CREATE TABLE public.par (x int, y int NOT NULL);
CREATE TABLE public.kid () INHERITS (public.par);
CREATE DOMAIN public.dn AS int NOT NULL;
CREATE TABLE public.d (x public.dn, y int);
-- @source
CREATE TABLE public.a (x int NOT NULL, y int PRIMARY KEY, z int);
CREATE TABLE public.b (x int GENERATED ALWAYS AS IDENTITY, y int, PRIMARY KEY (x));
CREATE TABLE public.p (x int, y int NOT NULL, PRIMARY KEY (x, y)) PARTITION BY LIST (x);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES IN (1, 2);
CREATE TABLE public.par (x int NOT NULL, y int);
CREATE TABLE public.kid (y int NOT NULL) INHERITS (public.par);
CREATE DOMAIN public.dn AS int;
CREATE TABLE public.d (x public.dn NOT NULL, y public.dn);
-- @rows
INSERT INTO public.a VALUES (1, 2, 3); INSERT INTO public.b VALUES (1, 2); INSERT INTO public.p VALUES (1, 1);
