-- The target of the fault tests, with rows.
CREATE SCHEMA shop;
CREATE TYPE shop.kind AS ENUM ('letter', 'parcel');
CREATE TABLE shop.customer (id integer PRIMARY KEY, name text, mail text);
INSERT INTO shop.customer SELECT g, 'customer ' || g, g || '@example.org' FROM generate_series(1, 2000) AS g;
CREATE TABLE shop."Order" (id integer PRIMARY KEY, customer integer, kind shop.kind, placed date NOT NULL);
INSERT INTO shop."Order" SELECT g, 1 + g % 2000, 'letter', '2026-01-01'::date + g % 300 FROM generate_series(1, 5000) AS g;
CREATE INDEX order_placed ON shop."Order" (placed);
CREATE TABLE shop.log (at date NOT NULL, line text) PARTITION BY RANGE (at);
CREATE TABLE shop.log_2025 PARTITION OF shop.log FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE shop.log_2026 PARTITION OF shop.log FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
INSERT INTO shop.log SELECT '2025-06-01'::date + g, 'line ' || g FROM generate_series(1, 400) AS g;
CREATE VIEW shop.placed AS SELECT id, placed FROM shop."Order";
