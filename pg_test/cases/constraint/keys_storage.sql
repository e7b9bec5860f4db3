-- Storage parameters and tablespace of a key's index, in place; the foreign key on it is left alone.
-- @target
CREATE TABLE public.t (id int CONSTRAINT t_key PRIMARY KEY, a int CONSTRAINT t_a UNIQUE WITH (fillfactor = 50), up int CONSTRAINT t_up REFERENCES public.t);
-- @source
CREATE TABLE public.t (id int CONSTRAINT t_key PRIMARY KEY WITH (fillfactor = 60) USING INDEX TABLESPACE spare_space, a int CONSTRAINT t_a UNIQUE, up int CONSTRAINT t_up REFERENCES public.t);
-- @rows
INSERT INTO public.t VALUES (1, 1, NULL), (2, 2, 1);
