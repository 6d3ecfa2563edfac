-- What was given back of each grant, and whether its amount is stated.
SELECT
    grant_events.grant_id,
    CASE WHEN bool_and(grant_events.amount_eur IS NOT NULL) THEN 'stated' ELSE 'not_stated' END AS return_state,
    -sum(grant_events.amount_eur) AS returned_eur
FROM grant_events
WHERE
    grant_events.event_kind = 'return'
    AND coalesce(grant_events.happened_latest <= $as_of, true)
    AND coalesce(grant_events.known_since <= $known_by, true)
GROUP BY grant_events.grant_id
