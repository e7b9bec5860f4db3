-- Policies change in place where ALTER POLICY can, and are made again where it can't; comments stay.
-- @target
CREATE TABLE public.t (id int, u text);
CREATE POLICY a ON public.t TO alice USING (id > 0);
CREATE POLICY b ON public.t FOR SELECT USING (id > 0);
CREATE POLICY c ON public.t USING (id > 0) WITH CHECK (id > 0);
CREATE POLICY d ON public.t AS RESTRICTIVE USING (id > 0);
CREATE POLICY e ON public.t TO PUBLIC;
CREATE POLICY f ON public.t TO bob, alice USING (true);
COMMENT ON POLICY a ON public.t IS 'a';
COMMENT ON POLICY c ON public.t IS 'c';
-- @source
CREATE TABLE public.t (id int, u text);
CREATE POLICY a ON public.t TO bob, "Carol Ünï" USING (id > 1) WITH CHECK (true);
CREATE POLICY b ON public.t FOR DELETE USING (id > 0);
CREATE POLICY c ON public.t WITH CHECK (id > 0);
CREATE POLICY d ON public.t USING (id > 0);
CREATE POLICY e ON public.t TO alice;
CREATE POLICY f ON public.t TO alice, bob USING (true);
COMMENT ON POLICY a ON public.t IS 'a';
COMMENT ON POLICY c ON public.t IS 'c';
-- @rows
INSERT INTO public.t VALUES (1, 'x');
