-- Totals as the source prints them.
SELECT
    cost_totals.programme_code,
    cost_totals.total_kind,
    cost_totals.cost_type,
    cost_totals.booked_year,
    cost_totals.printed_eur,
    cost_totals.source_id
FROM cost_totals
WHERE coalesce(cost_totals.known_since <= $known_by, true)
