-- What has been booked as costs, by type and year?
--
-- params   as_of      date; only periods that ended on or before it; NULL = everything
--          known_by   date; only what was known on or before it; NULL = everything
--          programme  programme code; NULL = all
-- returns  one row per type of cost and year that the source states; no totals
--          programme_code  code     programme
--          cost_type       code     type of cost
--          booked_year     year     year booked
--          period_to       date     last day of the period
--          booked_eur      EUR      booked, nominal, signed: a refund is negative
--          source_ids      text     ids of the sources used, space between
-- cube     programme_code, cost_type, booked_year

SELECT
    costs.programme_code,
    costs.cost_type,
    costs.booked_year,
    costs.period_to,
    costs.booked_eur,
    costs.source_id AS source_ids
FROM costs
WHERE
    coalesce(costs.period_to <= $as_of, true)
    AND coalesce(costs.known_since <= $known_by, true)
    AND coalesce(costs.programme_code = $programme, true)
ORDER BY costs.programme_code, costs.booked_year, costs.cost_type
