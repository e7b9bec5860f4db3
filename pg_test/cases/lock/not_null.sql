-- SET NOT NULL reads the table, but not where a check says it already; DROP NOT NULL does not.
-- @target
CREATE TABLE public.plain (c integer);
CREATE TABLE public.said (c integer CHECK (c IS NOT NULL));
CREATE TABLE public.parent (c integer);
CREATE TABLE public.child () INHERITS (public.parent);
CREATE TABLE public.whole (c integer) PARTITION BY LIST (c);
CREATE TABLE public.part PARTITION OF public.whole FOR VALUES IN (1);
-- @source
CREATE TABLE public.plain (c integer NOT NULL);
CREATE TABLE public.said (c integer NOT NULL CHECK (c IS NOT NULL));
CREATE TABLE public.parent (c integer NOT NULL);
CREATE TABLE public.child () INHERITS (public.parent);
CREATE TABLE public.whole (c integer NOT NULL) PARTITION BY LIST (c);
CREATE TABLE public.part PARTITION OF public.whole FOR VALUES IN (1);
-- @rows
INSERT INTO public.plain VALUES (1);
INSERT INTO public.said VALUES (1);
INSERT INTO public.child VALUES (1);
INSERT INTO public.part VALUES (1);
