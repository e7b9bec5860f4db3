-- Privileges of columns beside those of the table.
-- @both
CREATE TABLE public.t (a integer, "B b" text, c date);
GRANT SELECT, UPDATE ON public.t TO bob;
GRANT SELECT (a), INSERT ("B b") ON public.t TO bob, alice;
-- @source
REVOKE ALL ON public.t FROM bob;
GRANT SELECT (a) ON public.t TO bob;
GRANT INSERT ("B b"), REFERENCES (a) ON public.t TO alice WITH GRANT OPTION;
GRANT UPDATE (c) ON public.t TO PUBLIC;
