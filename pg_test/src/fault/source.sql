-- The source of the fault tests: stages that are transactions, and stages that can't be.
CREATE SCHEMA shop;
CREATE TYPE shop.kind AS ENUM ('letter', 'parcel', 'pallet');
CREATE TABLE shop.customer (id integer PRIMARY KEY, name text NOT NULL, mail text CONSTRAINT mail_once UNIQUE);
CREATE TABLE shop."Order" (id integer PRIMARY KEY, customer integer, kind shop.kind DEFAULT 'pallet', placed date NOT NULL, note text,
    CONSTRAINT order_customer FOREIGN KEY (customer) REFERENCES shop.customer);
CREATE INDEX order_customer ON shop."Order" (customer);
CREATE TABLE shop.log (at date NOT NULL, line text) PARTITION BY RANGE (at);
CREATE TABLE shop.log_2025 (at date NOT NULL, line text);
CREATE TABLE shop.log_2026 PARTITION OF shop.log FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE shop.parcel (id integer PRIMARY KEY, "Order" integer REFERENCES shop."Order");
CREATE FUNCTION shop.weight(shop.parcel) RETURNS integer LANGUAGE sql IMMUTABLE RETURN 1;
CREATE VIEW shop.placed AS SELECT id, placed, note FROM shop."Order";
COMMENT ON VIEW shop.placed IS 'when';
