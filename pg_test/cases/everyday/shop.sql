-- An ordinary shop: a release's worth of changes.
-- @target
CREATE TYPE public.status AS ENUM ('new', 'paid', 'sent');
CREATE TABLE public.customer (id serial PRIMARY KEY, email varchar(100) NOT NULL UNIQUE, name text, created timestamp DEFAULT now());
CREATE TABLE public.product (id serial PRIMARY KEY, sku char(10) NOT NULL, price numeric(8,2) CHECK (price >= 0), tags text[]);
CREATE TABLE public.orders (id bigserial PRIMARY KEY, customer_id int REFERENCES public.customer ON DELETE CASCADE, status public.status DEFAULT 'new', total numeric);
CREATE TABLE public.line (order_id bigint REFERENCES public.orders, product_id int REFERENCES public.product, n int DEFAULT 1, PRIMARY KEY (order_id, product_id));
CREATE INDEX orders_status ON public.orders (status) WHERE status <> 'sent';
CREATE INDEX customer_lower ON public.customer (lower(email));
CREATE VIEW public.open_orders AS SELECT o.id, c.email, o.total FROM public.orders o JOIN public.customer c ON c.id = o.customer_id WHERE o.status <> 'sent';
CREATE FUNCTION public.total(o public.orders) RETURNS numeric LANGUAGE sql STABLE AS 'SELECT sum(n) FROM public.line WHERE order_id = o.id';
CREATE FUNCTION public.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.created := now(); RETURN NEW; END';
CREATE TRIGGER touch BEFORE UPDATE ON public.customer FOR EACH ROW EXECUTE FUNCTION public.touch();
-- @source
CREATE TYPE public.status AS ENUM ('new', 'cancelled', 'paid', 'sent', 'returned');
CREATE TABLE public.customer (id bigserial PRIMARY KEY, email text NOT NULL, name text NOT NULL DEFAULT '', created timestamptz DEFAULT now() NOT NULL, active boolean NOT NULL DEFAULT true);
CREATE UNIQUE INDEX customer_email ON public.customer (lower(email)) WHERE active;
CREATE TABLE public.product (id serial PRIMARY KEY, sku text NOT NULL UNIQUE, price numeric(12,4) CHECK (price > 0) NOT NULL, tags text[] NOT NULL DEFAULT '{}');
CREATE INDEX product_tags ON public.product USING gin (tags);
CREATE TABLE public.orders (id bigserial PRIMARY KEY, customer_id bigint NOT NULL REFERENCES public.customer ON DELETE RESTRICT, status public.status NOT NULL DEFAULT 'new', total numeric GENERATED ALWAYS AS (1) STORED, note jsonb);
CREATE TABLE public.line (order_id bigint REFERENCES public.orders ON DELETE CASCADE, position int, product_id int REFERENCES public.product, n int DEFAULT 1, PRIMARY KEY (order_id, position), UNIQUE (order_id, product_id));
CREATE INDEX orders_status ON public.orders (status, customer_id) WHERE status NOT IN ('sent', 'returned');
CREATE VIEW public.open_orders AS SELECT o.id, o.status, c.email, o.total FROM public.orders o JOIN public.customer c ON c.id = o.customer_id WHERE o.status NOT IN ('sent', 'cancelled');
CREATE FUNCTION public.total(o public.orders) RETURNS numeric LANGUAGE sql STABLE AS 'SELECT sum(n) FROM public.line WHERE order_id = o.id';
CREATE FUNCTION public.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.created := now(); RETURN NEW; END';
CREATE TRIGGER touch BEFORE UPDATE OF name, email ON public.customer FOR EACH ROW WHEN (old.* IS DISTINCT FROM new.*) EXECUTE FUNCTION public.touch();
