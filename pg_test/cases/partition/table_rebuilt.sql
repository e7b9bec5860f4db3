-- A table that is made anew, because its partition key changes, has all its constraints, indexes, triggers, rules and policies again.
-- @target
CREATE FUNCTION public.tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE public.p (a int NOT NULL, b int NOT NULL, CONSTRAINT p_key PRIMARY KEY (a, b), CONSTRAINT c CHECK (b > 0)) PARTITION BY RANGE (a);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES FROM (0) TO (10);
CREATE INDEX p_b ON public.p (b);
CREATE TRIGGER tr AFTER INSERT ON public.p FOR EACH ROW EXECUTE FUNCTION public.tf();
CREATE POLICY po ON public.p USING (a > 0);
CREATE RULE ru AS ON DELETE TO public.p DO ALSO NOTIFY x;
CREATE TABLE public.f (a int, b int, CONSTRAINT f_p FOREIGN KEY (a, b) REFERENCES public.p);
COMMENT ON INDEX public.p_b IS 'index';
COMMENT ON POLICY po ON public.p IS 'policy';
-- @source
CREATE FUNCTION public.tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE public.p (a int NOT NULL, b int NOT NULL, CONSTRAINT p_key PRIMARY KEY (a, b), CONSTRAINT c CHECK (b > 0)) PARTITION BY RANGE (b);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES FROM (0) TO (10);
CREATE INDEX p_b ON public.p (b);
CREATE TRIGGER tr AFTER INSERT ON public.p FOR EACH ROW EXECUTE FUNCTION public.tf();
CREATE POLICY po ON public.p USING (a > 0);
CREATE RULE ru AS ON DELETE TO public.p DO ALSO NOTIFY x;
CREATE TABLE public.f (a int, b int, CONSTRAINT f_p FOREIGN KEY (a, b) REFERENCES public.p);
COMMENT ON INDEX public.p_b IS 'index';
COMMENT ON POLICY po ON public.p IS 'policy';
-- @rows
INSERT INTO public.p VALUES (1, 1);
INSERT INTO public.f VALUES (1, 1);
-- @rows source
INSERT INTO public.p VALUES (1, 1);
INSERT INTO public.f VALUES (1, 1);
