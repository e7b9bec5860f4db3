-- Keys and constraints: composite keys reordered, key to unique index and back, references to other columns, actions, exclusion.
-- @target
CREATE TABLE public.p (a int, b int, c text, PRIMARY KEY (a, b), UNIQUE (c));
CREATE TABLE public.f (a int, b int, c text REFERENCES public.p (c), FOREIGN KEY (a, b) REFERENCES public.p ON DELETE CASCADE);
CREATE TABLE public.s (id int PRIMARY KEY, parent int REFERENCES public.s);
CREATE TABLE public.m1 (id int PRIMARY KEY, other int);
CREATE TABLE public.m2 (id int PRIMARY KEY, other int REFERENCES public.m1);
ALTER TABLE public.m1 ADD FOREIGN KEY (other) REFERENCES public.m2;
CREATE TABLE public.u (a int, b int, CONSTRAINT u_key UNIQUE (a));
CREATE TABLE public.x (r int4range, EXCLUDE USING gist (r WITH &&));
CREATE TABLE public.n (a int, b int, CONSTRAINT named CHECK (a > b) NO INHERIT);
-- @source
CREATE TABLE public.p (a int, b int, c text, id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, UNIQUE (b, a) INCLUDE (c), UNIQUE (a, b));
CREATE TABLE public.f (a int, b int, c text, p int REFERENCES public.p DEFERRABLE, FOREIGN KEY (b, a) REFERENCES public.p (b, a) ON UPDATE SET NULL);
CREATE TABLE public.s (id bigint PRIMARY KEY, parent bigint REFERENCES public.s ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE public.m1 (id bigint PRIMARY KEY, other bigint UNIQUE);
CREATE TABLE public.m2 (id bigint PRIMARY KEY, other bigint REFERENCES public.m1);
ALTER TABLE public.m1 ADD CONSTRAINT renamed FOREIGN KEY (other) REFERENCES public.m2 MATCH FULL;
CREATE TABLE public.u (a int, b int);
CREATE UNIQUE INDEX u_key ON public.u (a) NULLS NOT DISTINCT WHERE b > 0;
CREATE TABLE public.x (r int4range, s text, EXCLUDE USING gist (r WITH &&) WHERE (s IS NULL) DEFERRABLE);
CREATE TABLE public.n (a int, b int, CONSTRAINT named CHECK (a > b), CHECK (b > 0) NOT VALID);
-- @lossy source table column public.p.id, table column public.f.p, table column public.x.s
