-- What bench/run measured: seconds, the ratio to pg_dump -s and to migra at the same size, and how time grows.
\set QUIET on
\pset footer off
\pset null '-'
\set ON_ERROR_STOP on

\echo
SELECT t.tables,
       t.what,
       t.outcome AS seconds,
       to_char(t.seconds / d.seconds, 'FM9990.00') AS "× pg_dump -s",
       to_char(t.seconds / m.seconds, 'FM9990.000') AS "× migra"
FROM timing AS t
JOIN timing AS d ON d.tables = t.tables AND d.what = 'pg_dump -s'
LEFT JOIN timing AS m ON m.tables = t.tables AND m.what LIKE 'migra%'
ORDER BY t.tables, t.seconds NULLS LAST;

\echo 'Growth exponent: the slope of log(seconds) over log(tables); 1 is linear.'
SELECT what,
       to_char(regr_slope(ln(seconds), ln(tables)) FILTER (WHERE tables IN (100, 5000)), 'FM90.00') AS "100 to 5,000",
       to_char(regr_slope(ln(seconds), ln(tables)) FILTER (WHERE tables IN (1000, 5000)), 'FM90.00') AS "1,000 to 5,000"
FROM timing
GROUP BY what
ORDER BY what;
