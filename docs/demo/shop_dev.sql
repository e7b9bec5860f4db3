-- The same shop as the developers want it to be.
CREATE TYPE order_status AS ENUM ('new', 'paid', 'refunded', 'shipped');

CREATE TABLE customer (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text NOT NULL,
    email      text NOT NULL UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE product (
    id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name  text NOT NULL,
    price numeric(10, 2) NOT NULL CHECK (price >= 0)
);
COMMENT ON COLUMN product.price IS 'before tax, in euro';

CREATE TABLE voucher (
    code       text PRIMARY KEY,
    percent    int NOT NULL CHECK (percent BETWEEN 1 AND 100),
    expires_on date
);

CREATE TABLE orders (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id  bigint NOT NULL REFERENCES customer,
    status       order_status NOT NULL DEFAULT 'new',
    placed_at    timestamptz NOT NULL DEFAULT now(),
    voucher_code text REFERENCES voucher
);
CREATE INDEX orders_customer_id ON orders (customer_id, placed_at DESC);

CREATE TABLE order_item (
    order_id   bigint NOT NULL REFERENCES orders ON DELETE CASCADE,
    product_id bigint NOT NULL REFERENCES product,
    quantity   int NOT NULL DEFAULT 1 CHECK (quantity > 0),
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

GRANT SELECT ON open_order, orders TO reporting;
