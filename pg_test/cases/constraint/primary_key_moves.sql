-- The primary key goes over to another constraint, while the old one's name stays taken, and is the replica identity.
-- @target
CREATE TABLE public.t (a int, b int DEFAULT 5, c text NOT NULL, d text, e int, f int); ALTER TABLE public.t ADD CONSTRAINT x CHECK (a > 0) NOT VALID, ADD CONSTRAINT y CHECK (b > 0) NO INHERIT, ADD CONSTRAINT z UNIQUE (e), ADD CONSTRAINT pk PRIMARY KEY (f); CREATE INDEX idx ON public.t (c) ; CLUSTER public.t USING idx; ALTER TABLE public.t ALTER a SET STATISTICS 10;
-- @source
CREATE TABLE public.t (a int, b int, c text, d text NOT NULL DEFAULT '', e int NOT NULL, f int); ALTER TABLE public.t ADD CONSTRAINT x CHECK (a > 0), ADD CONSTRAINT y CHECK (b > 0), ADD CONSTRAINT z PRIMARY KEY (e), ADD CONSTRAINT pk UNIQUE (f) DEFERRABLE; CREATE UNIQUE INDEX idx ON public.t (c text_pattern_ops); ALTER TABLE public.t CLUSTER ON z; ALTER TABLE public.t REPLICA IDENTITY USING INDEX z;
-- @rows
INSERT INTO public.t VALUES (1, 2, 'c', 'd', 3, 4);
