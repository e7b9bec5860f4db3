-- What only 18 has, and what it locks, reads and rewrites: NOT NULL that is NOT VALID, virtual generated columns, constraints that are not enforced.
-- @server 18
-- @both
CREATE TABLE public.referenced (id integer PRIMARY KEY);
-- @target
CREATE TABLE public.not_null (c integer);
CREATE TABLE public.validated (c integer);
ALTER TABLE public.validated ADD CONSTRAINT given NOT NULL c NOT VALID;
CREATE TABLE public.virtual (c integer);
CREATE TABLE public.unenforced (c integer);
CREATE TABLE public.expression (c integer, g integer GENERATED ALWAYS AS (c + 1) STORED);
CREATE TABLE public.whole (k integer) PARTITION BY LIST (k);
CREATE TABLE public.part PARTITION OF public.whole FOR VALUES IN (1);
-- @source
CREATE TABLE public.not_null (c integer);
ALTER TABLE public.not_null ADD CONSTRAINT given NOT NULL c NOT VALID;
CREATE TABLE public.validated (c integer CONSTRAINT given NOT NULL);
CREATE TABLE public.virtual (c integer, g integer GENERATED ALWAYS AS (c + 1) VIRTUAL);
CREATE TABLE public.unenforced (c integer CHECK (c > 0) NOT ENFORCED REFERENCES public.referenced NOT ENFORCED);
CREATE TABLE public.expression (c integer, g integer GENERATED ALWAYS AS (c + 2) STORED);
CREATE TABLE public.whole (k integer) PARTITION BY LIST (k);
CREATE TABLE public.part PARTITION OF public.whole FOR VALUES IN (1);
ALTER TABLE public.whole ADD CONSTRAINT there FOREIGN KEY (k) REFERENCES public.referenced NOT VALID;
-- @rows
INSERT INTO public.referenced VALUES (1);
INSERT INTO public.not_null VALUES (1);
INSERT INTO public.validated VALUES (1);
INSERT INTO public.virtual VALUES (1);
INSERT INTO public.unenforced VALUES (1);
INSERT INTO public.expression VALUES (1);
INSERT INTO public.whole VALUES (1);
