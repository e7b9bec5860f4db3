-- How a deployment ends; $3 holds the error, if there was one.
UPDATE pgdiff.deployment
   SET state = $2, finished_at = clock_timestamp(), sqlstate = $3 ->> 'sqlstate', message = $3 ->> 'message',
       detail = nullif($3 ->> 'detail', ''), hint = nullif($3 ->> 'hint', '')
 WHERE deployment_id = $1
