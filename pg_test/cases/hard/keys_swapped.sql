-- The primary key is swapped under foreign keys, of the table itself, and of two tables that refer to each other.
-- @target
CREATE TABLE public.self (id integer, alt integer NOT NULL, up integer, CONSTRAINT self_pkey PRIMARY KEY (id), CONSTRAINT self_alt UNIQUE (alt), CONSTRAINT self_up FOREIGN KEY (up) REFERENCES public.self (id));
CREATE TABLE public.one (id integer, alt integer NOT NULL, other integer, CONSTRAINT one_pkey PRIMARY KEY (id), CONSTRAINT one_alt UNIQUE (alt));
CREATE TABLE public.two (id integer, alt integer NOT NULL, other integer, CONSTRAINT two_pkey PRIMARY KEY (id), CONSTRAINT two_alt UNIQUE (alt));
ALTER TABLE public.one ADD CONSTRAINT one_two FOREIGN KEY (other) REFERENCES public.two (id) DEFERRABLE;
ALTER TABLE public.two ADD CONSTRAINT two_one FOREIGN KEY (other) REFERENCES public.one (id) DEFERRABLE;
CREATE TABLE public.leaves (id integer PRIMARY KEY, b text);
ALTER TABLE public.leaves REPLICA IDENTITY USING INDEX leaves_pkey;
-- @source
CREATE TABLE public.self (id integer NOT NULL, alt integer, up integer, CONSTRAINT self_alt UNIQUE (id), CONSTRAINT self_pkey PRIMARY KEY (alt), CONSTRAINT self_up FOREIGN KEY (up) REFERENCES public.self (alt));
CREATE TABLE public.one (id integer NOT NULL, alt integer, other integer, CONSTRAINT one_pkey PRIMARY KEY (alt), CONSTRAINT one_id UNIQUE (id));
CREATE TABLE public.two (id bigint, alt integer NOT NULL, other bigint, CONSTRAINT two_pkey PRIMARY KEY (id), CONSTRAINT two_alt UNIQUE (alt));
ALTER TABLE public.one ADD CONSTRAINT one_two FOREIGN KEY (other) REFERENCES public.two (alt) DEFERRABLE;
ALTER TABLE public.two ADD CONSTRAINT two_one FOREIGN KEY (other) REFERENCES public.one (id) DEFERRABLE;
CREATE TABLE public.leaves (id integer NOT NULL, b text NOT NULL);
CREATE UNIQUE INDEX leaves_pkey ON public.leaves (id, b);
ALTER TABLE public.leaves REPLICA IDENTITY USING INDEX leaves_pkey;
-- @rows
INSERT INTO public.self VALUES (1, 1, 1); INSERT INTO public.one VALUES (1, 1); INSERT INTO public.two VALUES (1, 1, 1); UPDATE public.one SET other = 1;
INSERT INTO public.leaves VALUES (1, 'x');
-- @rows source
INSERT INTO public.self VALUES (1, 1, 1); INSERT INTO public.one VALUES (1, 1); INSERT INTO public.two VALUES (1, 1, 1); UPDATE public.one SET other = 1;
INSERT INTO public.leaves VALUES (1, 'x');
