-- A small shop as it runs today.
CREATE TYPE order_status AS ENUM ('new', 'paid', 'shipped');

CREATE TABLE customer (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       varchar(40) NOT NULL,
    email      text NOT NULL UNIQUE,
    fax        text,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE product (
    id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name  text NOT NULL,
    price numeric(6, 2) NOT NULL
);

CREATE TABLE orders (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id bigint NOT NULL REFERENCES customer,
    status      order_status NOT NULL DEFAULT 'new',
    placed_at   timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE order_item (
    order_id   bigint NOT NULL REFERENCES orders ON DELETE CASCADE,
    product_id bigint NOT NULL REFERENCES product,
    quantity   int NOT NULL DEFAULT 1,
    PRIMARY KEY (order_id, product_id)
);

CREATE VIEW order_total AS
SELECT i.order_id, sum(i.quantity * p.price) AS total
FROM order_item i JOIN product p ON p.id = i.product_id
GROUP BY i.order_id;

CREATE VIEW open_order AS
SELECT o.id, c.name, t.total
FROM orders o JOIN customer c ON c.id = o.customer_id JOIN order_total t ON t.order_id = o.id
WHERE o.status <> 'shipped';

GRANT SELECT ON open_order TO reporting;

INSERT INTO customer (name, email, fax) SELECT 'Customer ' || n, 'c' || n || '@example.com', CASE WHEN n % 9 = 0 THEN '555-' || n END FROM generate_series(1, 200) n;
INSERT INTO product (name, price) SELECT 'Product ' || n, 1.99 + n FROM generate_series(1, 50) n;
INSERT INTO orders (customer_id) SELECT 1 + n % 200 FROM generate_series(1, 1000) n;
INSERT INTO order_item (order_id, product_id) SELECT n, 1 + n % 50 FROM generate_series(1, 1000) n;
