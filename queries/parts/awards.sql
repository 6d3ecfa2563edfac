-- What was awarded by each grant, exact amounts and ceilings apart.
SELECT
    grant_events.grant_id,
    min(grant_events.source_id) AS source_id,
    sum(grant_events.amount_eur) FILTER (WHERE grant_events.amount_state = 'exact') AS awarded_eur,
    sum(grant_events.amount_eur) FILTER (WHERE grant_events.amount_state = 'at_most') AS at_most_eur
FROM grant_events
WHERE
    grant_events.event_kind = 'award'
    AND coalesce(grant_events.happened_latest <= $as_of, true)
    AND coalesce(grant_events.known_since <= $known_by, true)
GROUP BY grant_events.grant_id
