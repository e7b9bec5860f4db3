-- What the server writes down from a parse tree, in the forms that releases since 14 have written differently or might.
CREATE SCHEMA "S";
CREATE TYPE "S".mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE "S".t (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    a integer NOT NULL DEFAULT 1,
    b text COLLATE "C" CHECK (b IN ('x', 'y') AND b <> ''),
    c timestamptz DEFAULT now() - interval '1 day',
    d numeric(10,2) GENERATED ALWAYS AS (a * 1.5) STORED,
    m "S".mood DEFAULT 'ok',
    j jsonb,
    r int4range,
    "T" date,
    CONSTRAINT later CHECK (c > '2020-01-01 00:00:00+00' AND extract(year FROM c) BETWEEN 2000 AND 2100) NOT VALID
);
CREATE TABLE "S".u (id integer REFERENCES "S".t ON DELETE SET NULL, t_id integer, name varchar(20), EXCLUDE USING gist (int4range(id, t_id) WITH &&));
CREATE TABLE "S".p (id integer, at date) PARTITION BY RANGE (at, (id % 2));
CREATE TABLE "S".p1 PARTITION OF "S".p FOR VALUES FROM ('2020-01-01', MINVALUE) TO ('2021-01-01', MAXVALUE);

CREATE VIEW "S".one AS SELECT a, b AS "T", d + 1 AS more, t FROM "S".t WHERE a > 0 AND b IS DISTINCT FROM 'x' ORDER BY a, b DESC NULLS LAST LIMIT 5;
CREATE VIEW "S".star AS SELECT * FROM "S".t;
CREATE VIEW "S".named AS SELECT x.a, x.b FROM "S".t x (id, a, b);
CREATE VIEW "S".swapped AS SELECT a AS id, id AS a FROM "S".t ORDER BY t.a, t.id;
CREATE VIEW "S".grouped AS SELECT b, m, count(*) FILTER (WHERE a > 1) AS n, max(a) OVER w AS top, string_agg(DISTINCT b, ',' ORDER BY b) AS s
    FROM "S".t GROUP BY GROUPING SETS ((b, m, a), ()) HAVING count(*) > 1 WINDOW w AS (PARTITION BY b ORDER BY a ROWS BETWEEN 1 PRECEDING AND CURRENT ROW);
CREATE VIEW "S".joined AS SELECT t.a, u.name, v.n FROM "S".t LEFT JOIN "S".u USING (id) CROSS JOIN LATERAL (SELECT t.a + 1 AS n) v;
CREATE VIEW "S".sub AS SELECT s.a, (SELECT count(*) FROM "S".u WHERE u.t_id = s.a) AS n FROM (SELECT a FROM "S".t WHERE EXISTS (SELECT FROM "S".u WHERE u.id = t.id)) s;
CREATE VIEW "S".unioned AS SELECT a FROM "S".t UNION ALL SELECT id FROM "S".u EXCEPT VALUES (1), (2) ORDER BY 1;
CREATE VIEW "S".cte AS WITH RECURSIVE x(n) AS (SELECT a FROM "S".t UNION SELECT x.n + 1 FROM x WHERE x.n < 10) SELECT n FROM x;
CREATE VIEW "S".from_function AS SELECT g, ordinality FROM generate_series(1, 3) WITH ORDINALITY AS g;
CREATE VIEW "S".sampled AS SELECT a FROM "S".t TABLESAMPLE bernoulli (10) REPEATABLE (1);
CREATE VIEW "S".expressions AS SELECT CASE a WHEN 1 THEN 'one' ELSE b END AS c1, COALESCE(b, 'none') AS c2, NULLIF(a, 1) AS c3, GREATEST(a, 2) AS c4,
    b LIKE 'x%' AS c5, b ~* '^x' AS c6, a = ANY (ARRAY[1, 2]) AS c7, (ARRAY[1, 2, 3])[2:3] AS c8, (ROW(a, b) = ROW(1, $$x$$)) AS c9, j ->> 'k' AS c10, j @> '{"a": 1}' AS c11,
    extract(epoch FROM c) AS c12, substring(b FROM 1 FOR 2) AS c13, position('x' IN b) AS c14, overlay(b PLACING 'y' FROM 1) AS c15, trim(LEADING 'x' FROM b) AS c16,
    c AT TIME ZONE 'UTC' AS c17, b COLLATE "POSIX" AS c18, a::text || 'x' AS c19, 'x'::varchar(3) AS c20, current_date AS c21, (c, c) OVERLAPS (c, c) AS c22,
    normalize(b) AS c23, b IS NORMALIZED AS c24, xmlelement(name x, b) AS c25, r * '[1,5)' AS c26, m > 'sad' AS c27, a IS NULL AND NOT (b = 'x' OR a < 2) AS c28,
    a BETWEEN SYMMETRIC 5 AND 1 AS c29, b SIMILAR TO 'a_' AS c30, NOT EXISTS (SELECT 1) AS c31, a IN (SELECT id FROM "S".u) AS c32 FROM "S".t;
CREATE VIEW "S".checked WITH (security_barrier) AS SELECT a FROM "S".t WHERE a > 1 WITH CASCADED CHECK OPTION;
CREATE VIEW "S".locked AS SELECT a FROM "S".t FOR UPDATE OF t SKIP LOCKED;
CREATE MATERIALIZED VIEW "S".kept AS SELECT a, count(*) AS n FROM "S".t GROUP BY a WITH NO DATA;
CREATE RULE no_delete AS ON DELETE TO "S".one WHERE old.a > 1 DO INSTEAD UPDATE "S".t SET a = a + 1 WHERE t.a = old.a;
CREATE RULE copied AS ON INSERT TO "S".u DO ALSO INSERT INTO "S".p (id, at) SELECT new.id, current_date FROM "S".t WHERE t.id = new.id;
CREATE FUNCTION "S".atomic(x integer) RETURNS bigint LANGUAGE sql BEGIN ATOMIC INSERT INTO "S".u (id) SELECT a FROM "S".t WHERE a = x; SELECT count(*) FROM "S".t WHERE t.a = x; END;
CREATE FUNCTION "S".returned(x integer DEFAULT 1 + 2) RETURNS integer LANGUAGE sql STABLE RETURN (SELECT max(a) FROM "S".t) + x;
CREATE FUNCTION "S".fired() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TRIGGER fired BEFORE UPDATE OF a ON "S".t FOR EACH ROW WHEN (old.a IS DISTINCT FROM new.a AND new.b <> 'z') EXECUTE FUNCTION "S".fired('x');
CREATE INDEX ON "S".t (lower(b) text_pattern_ops, (a + 1) DESC) INCLUDE (m) WHERE a > 0 AND m = ANY ('{ok,happy}'::"S".mood[]);
CREATE INDEX ON "S".t USING gin (j jsonb_path_ops);
CREATE STATISTICS "S".st (dependencies) ON a, (lower(b)) FROM "S".t;
ALTER TABLE "S".t ENABLE ROW LEVEL SECURITY;
CREATE POLICY mine ON "S".t USING (a = 1 OR EXISTS (SELECT FROM "S".u WHERE u.id = t.id)) WITH CHECK (b = current_user::text);
CREATE DOMAIN "S".positive AS integer DEFAULT 1 CHECK (VALUE > 0 AND VALUE <> ALL (ARRAY[13]));
CREATE AGGREGATE "S".total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0');
