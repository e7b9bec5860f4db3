-- What the strategy online does in transactions: each short under its lock, or long under a weak one.
-- @options {"strategy": "online", "backfill": true}
-- @both
CREATE TABLE public.referenced (id integer PRIMARY KEY);
-- @target
CREATE TABLE public.keyed (id integer NOT NULL, c integer);
CREATE TABLE public.indexed (c integer);
CREATE INDEX goes ON public.indexed (c);
CREATE TABLE public.checks (c integer);
CREATE TABLE public.refers (c integer);
CREATE TABLE public.referred (c integer CONSTRAINT gone REFERENCES public.referenced);
CREATE TABLE public.filled (c integer);
CREATE TABLE public.volatile (id integer);
CREATE TABLE public.swapped (id integer PRIMARY KEY, c integer DEFAULT 0 NOT NULL CHECK (c >= 0), r integer REFERENCES public.referenced);
CREATE INDEX swapped_c ON public.swapped (c, id);
CREATE TABLE public.whole (c integer) PARTITION BY LIST (c);
CREATE TABLE public.part (c integer);
-- @source
CREATE TABLE public.keyed (id integer NOT NULL PRIMARY KEY, c integer UNIQUE);
CREATE TABLE public.indexed (c integer);
CREATE INDEX comes ON public.indexed (c DESC);
CREATE TABLE public.checks (c integer CHECK (c > 0));
CREATE TABLE public.refers (c integer REFERENCES public.referenced);
CREATE TABLE public.referred (c integer);
CREATE TABLE public.filled (c integer NOT NULL);
CREATE TABLE public.volatile (id integer, c uuid DEFAULT gen_random_uuid() NOT NULL);
CREATE TABLE public.swapped (id bigint PRIMARY KEY, c bigint DEFAULT 0 NOT NULL CHECK (c >= 0), r bigint REFERENCES public.referenced);
CREATE INDEX swapped_c ON public.swapped (c, id);
CREATE TABLE public.whole (c integer) PARTITION BY LIST (c);
CREATE TABLE public.part PARTITION OF public.whole FOR VALUES IN (1);
-- @rows
INSERT INTO public.referenced VALUES (1);
INSERT INTO public.keyed VALUES (1, 1);
INSERT INTO public.indexed VALUES (1);
INSERT INTO public.checks VALUES (1);
INSERT INTO public.refers VALUES (1);
INSERT INTO public.referred VALUES (1);
INSERT INTO public.filled VALUES (1);
INSERT INTO public.volatile VALUES (1);
INSERT INTO public.swapped VALUES (1, 1, 1);
INSERT INTO public.part VALUES (1);
