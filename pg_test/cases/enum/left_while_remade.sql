-- Columns leave an enum for another type while it loses a value, and others come to it.
-- @target
CREATE TYPE public.role AS ENUM ('USER', 'ADMIN');
CREATE TABLE public.t (role public.role NOT NULL DEFAULT 'USER', many public.role[] DEFAULT '{USER}', said public.role DEFAULT 'ADMIN', tag text);
CREATE INDEX t_role ON public.t (role);
CREATE VIEW public.v AS SELECT role, said FROM public.t WHERE role = 'USER';
-- @source
CREATE TYPE public.new_role AS ENUM ('USER', 'OWNER');
CREATE TYPE public.role AS ENUM ('MEMBER', 'USER');
CREATE TABLE public.t (role public.new_role NOT NULL DEFAULT 'USER', many public.new_role[] DEFAULT '{OWNER}', said varchar(5) DEFAULT 'OWNER', tag public.role DEFAULT 'MEMBER');
CREATE INDEX t_role ON public.t (role);
CREATE VIEW public.v AS SELECT role, said FROM public.t WHERE role = 'USER';
-- @rows
INSERT INTO public.t VALUES ('USER', '{USER}', 'ADMIN', 'USER');
-- @rows source
INSERT INTO public.t VALUES ('USER', '{USER}', 'ADMIN', 'USER');
