-- Returns told without their amount, and when they may have happened.
SELECT DISTINCT
    grants.programme_code,
    grant_events.happened_earliest,
    grant_events.happened_latest
FROM grant_events
INNER JOIN grants
    ON grant_events.grant_id = grants.grant_id
WHERE
    grant_events.event_kind = 'return'
    AND grant_events.amount_state = 'not_stated'
    AND coalesce(grant_events.happened_latest <= $as_of, true)
    AND coalesce(grant_events.known_since <= $known_by, true)
