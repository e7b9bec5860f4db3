-- Foreign keys in every form: match, actions with column lists, deferrable, over two columns, to itself, to each other.
-- @both
CREATE SCHEMA "Other Schema";
CREATE TABLE "Other Schema"."Référence" ("Id" int, "to" int, PRIMARY KEY ("Id", "to"));
CREATE TABLE public.a (id int PRIMARY KEY, b int, x int, y int);
CREATE TABLE public.b (id int PRIMARY KEY, a int);
CREATE UNIQUE INDEX a_x ON public.a (x);
-- @source
ALTER TABLE public.a ADD CONSTRAINT a_b FOREIGN KEY (b) REFERENCES public.b DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE public.b ADD CONSTRAINT b_a FOREIGN KEY (a) REFERENCES public.a ON UPDATE CASCADE ON DELETE RESTRICT DEFERRABLE;
ALTER TABLE public.a ADD CONSTRAINT "a ""self" FOREIGN KEY (x) REFERENCES public.a (id) ON DELETE SET DEFAULT;
ALTER TABLE public.a ADD CONSTRAINT full_match FOREIGN KEY (x, y) REFERENCES "Other Schema"."Référence" MATCH FULL ON UPDATE SET NULL;
ALTER TABLE public.a ADD CONSTRAINT listed FOREIGN KEY (x, y) REFERENCES "Other Schema"."Référence" ON DELETE SET NULL (y);
ALTER TABLE public.b ADD CONSTRAINT on_index FOREIGN KEY (a) REFERENCES public.a (x) ON DELETE SET DEFAULT (a);
COMMENT ON CONSTRAINT "a ""self" ON public.a IS 'round and round';
-- @rows
INSERT INTO "Other Schema"."Référence" VALUES (1, 1);
INSERT INTO public.b VALUES (1, NULL);
INSERT INTO public.a VALUES (1, 1, 1, 1);
UPDATE public.b SET a = 1;
