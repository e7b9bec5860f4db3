-- What a failed CREATE INDEX CONCURRENTLY has left behind is made again.
-- @target
CREATE TABLE public.t (id int);
CREATE INDEX t_id ON public.t (id);
CREATE INDEX t_gone ON public.t (id);
UPDATE pg_index SET indisvalid = false WHERE indexrelid IN ('public.t_id'::regclass, 'public.t_gone'::regclass);
-- @source
CREATE TABLE public.t (id int);
CREATE INDEX t_id ON public.t (id);
-- @rows
INSERT INTO public.t VALUES (1);
