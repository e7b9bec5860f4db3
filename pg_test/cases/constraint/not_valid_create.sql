-- NOT VALID constraints made although rows violate them, and on a table that is new.
-- @target
CREATE TABLE public.r (id int PRIMARY KEY);
CREATE TABLE public.t (id int, r int);
-- @source
CREATE TABLE public.r (id int PRIMARY KEY);
CREATE TABLE public.t (id int, r int);
ALTER TABLE public.t ADD CONSTRAINT positive CHECK (id > 0) NOT VALID;
ALTER TABLE public.t ADD CONSTRAINT t_r FOREIGN KEY (r) REFERENCES public.r NOT VALID;
CREATE TABLE public.n (id int, r int);
ALTER TABLE public.n ADD CONSTRAINT positive CHECK (id > 0) NOT VALID;
ALTER TABLE public.n ADD CONSTRAINT n_r FOREIGN KEY (r) REFERENCES public.r NOT VALID;
-- @rows
INSERT INTO public.t VALUES (-1, 17);
