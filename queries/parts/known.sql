-- Costs that were known, with whether their period is over.
SELECT
    costs.programme_code,
    costs.cost_type,
    costs.booked_year,
    costs.period_to,
    costs.booked_eur,
    costs.source_id,
    coalesce(costs.period_to <= $as_of, true) AS is_over
FROM costs
WHERE
    coalesce(costs.known_since <= $known_by, true)
    AND coalesce(costs.programme_code = $programme, true)
