-- A backfill that the caller may see.
SELECT jsonb_build_object('relation', b.relation, 'assignments', b.assignments, 'condition', b.condition, 'options', b.options, 'state', b.state,
                          'pass', b.pass, 'part', b.part, 'position', b.position, 'rows_done', b.rows_done, 'rows_estimated', b.rows_estimated)
  FROM pgdiff.backfill AS b
 WHERE b.backfill_id = $1
