-- Constraints of every type, valid and not, and validated; and dropped.
-- @both
CREATE EXTENSION btree_gist;
CREATE TABLE public.referenced (id integer PRIMARY KEY);
-- @target
CREATE TABLE public.checks (c integer);
CREATE TABLE public.checks_not_valid (c integer);
CREATE TABLE public.check_validated (c integer);
ALTER TABLE public.check_validated ADD CONSTRAINT positive CHECK (c > 0) NOT VALID;
CREATE TABLE public.check_whole (c integer) PARTITION BY LIST (c);
CREATE TABLE public.check_part PARTITION OF public.check_whole FOR VALUES IN (1);
CREATE TABLE public.refers (c integer);
CREATE TABLE public.refers_not_valid (c integer);
CREATE TABLE public.refers_validated (c integer);
ALTER TABLE public.refers_validated ADD CONSTRAINT there FOREIGN KEY (c) REFERENCES public.referenced NOT VALID;
CREATE TABLE public.refers_to_itself (id integer PRIMARY KEY, c integer);
CREATE TABLE public.unique_key (c integer);
CREATE TABLE public.primary_key (c integer NOT NULL);
CREATE TABLE public.primary_key_nullable (c integer);
CREATE TABLE public.excludes (c integer, during int4range);
CREATE TABLE public.becomes_deferrable (c integer REFERENCES public.referenced);
-- @source
CREATE TABLE public.checks (c integer CHECK (c > 0));
CREATE TABLE public.checks_not_valid (c integer);
ALTER TABLE public.checks_not_valid ADD CONSTRAINT positive CHECK (c > 0) NOT VALID;
CREATE TABLE public.check_validated (c integer);
ALTER TABLE public.check_validated ADD CONSTRAINT positive CHECK (c > 0);
CREATE TABLE public.check_whole (c integer CHECK (c > 0)) PARTITION BY LIST (c);
CREATE TABLE public.check_part PARTITION OF public.check_whole FOR VALUES IN (1);
CREATE TABLE public.refers (c integer REFERENCES public.referenced);
CREATE TABLE public.refers_not_valid (c integer);
ALTER TABLE public.refers_not_valid ADD CONSTRAINT there FOREIGN KEY (c) REFERENCES public.referenced NOT VALID;
CREATE TABLE public.refers_validated (c integer);
ALTER TABLE public.refers_validated ADD CONSTRAINT there FOREIGN KEY (c) REFERENCES public.referenced;
CREATE TABLE public.refers_to_itself (id integer PRIMARY KEY, c integer REFERENCES public.refers_to_itself);
CREATE TABLE public.unique_key (c integer UNIQUE);
CREATE TABLE public.primary_key (c integer PRIMARY KEY);
CREATE TABLE public.primary_key_nullable (c integer PRIMARY KEY);
CREATE TABLE public.excludes (c integer, during int4range, EXCLUDE USING gist (c WITH =, during WITH &&));
CREATE TABLE public.becomes_deferrable (c integer REFERENCES public.referenced DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE public.made_referring (c integer REFERENCES public.referenced);
-- @rows
INSERT INTO public.referenced VALUES (1);
INSERT INTO public.checks VALUES (1);
INSERT INTO public.check_validated VALUES (1);
INSERT INTO public.check_whole VALUES (1);
INSERT INTO public.refers VALUES (1);
INSERT INTO public.refers_validated VALUES (1);
INSERT INTO public.unique_key VALUES (1);
INSERT INTO public.primary_key VALUES (1);
INSERT INTO public.primary_key_nullable VALUES (1);
INSERT INTO public.excludes VALUES (1, '[1,2)');
