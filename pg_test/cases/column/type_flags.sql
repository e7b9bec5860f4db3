-- Flags that were numbers or letters become truth values, addresses become text, bits get longer, and all of it is taken back.
-- @target
CREATE TABLE public.t (id integer PRIMARY KEY, a smallint DEFAULT 0, b bigint NOT NULL DEFAULT 1, c numeric(1) DEFAULT 0, d character(1) DEFAULT 't', e real, ip inet, bits bit(3), a2 smallint[], ips inet[]);
CREATE INDEX t_a ON public.t (id) WHERE a = 1;
CREATE VIEW public.v AS SELECT id, ip FROM public.t WHERE b = 1;
-- @source
CREATE TABLE public.t (id integer PRIMARY KEY, a boolean DEFAULT false, b boolean NOT NULL DEFAULT true, c boolean DEFAULT false, d boolean DEFAULT true, e boolean, ip character varying(45), bits bit(5), a2 boolean[], ips text[]);
CREATE INDEX t_a ON public.t (id) WHERE a;
CREATE VIEW public.v AS SELECT id, ip FROM public.t WHERE b;
-- @rows
INSERT INTO public.t VALUES (1, 0, 1, 1, 't', 1, '10.0.0.1', '101', '{1,0}', '{10.0.0.0/8}'), (2, 1, 0, NULL, 'f', 0, '10.0.0.0/8', NULL, NULL, NULL);
-- @rows source
INSERT INTO public.t VALUES (1, false, true, true, false, true, '10.0.0.1', '10100', '{t,f}', '{10.0.0.0/8}'), (2, NULL, false, false, NULL, NULL, '::1', NULL, NULL, NULL);
