-- How do the grants booked as costs differ from the grants awarded, by year?
--
-- params   as_of      date; only what happened, or whose period ended, on or before it; NULL = everything
--          known_by   date; only what was known on or before it; NULL = everything
--          programme  programme code; NULL = all
-- returns  one row per year with an award or a booking, of programmes that have books
--          year            year     year of the decision and of the booking
--          awarded_eur     EUR      awarded in the year, exact amounts
--          booked_eur      EUR      booked as grants, signed; NULL = the books of the year are not in
--          difference_eur  EUR      awarded less booked; NULL = the books of the year are not in
--          explained_code  code     not_explained, return_amount_not_stated or year_not_booked; NULL = no difference
--          source_ids      text     ids of the sources used, space between

WITH known AS (
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
),

awarded AS (
    SELECT
        grants.programme_code,
        year(grant_events.happened_latest) AS year,
        grant_events.amount_eur,
        grant_events.source_id
    FROM grant_events
    INNER JOIN grants
        ON grant_events.grant_id = grants.grant_id
    WHERE
        grant_events.event_kind = 'award'
        AND grant_events.amount_state = 'exact'
        AND coalesce(grant_events.happened_latest <= $as_of, true)
        AND coalesce(grant_events.known_since <= $known_by, true)
        AND coalesce(grants.decided_latest <= $as_of, true)
        AND coalesce(grants.known_since <= $known_by, true)
        AND coalesce(grants.programme_code = $programme, true)
        AND grants.programme_code IN (
            SELECT known.programme_code
            FROM known
            WHERE known.is_over
        )
),

returned AS (
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
),

entries AS (
    SELECT
        awarded.programme_code AS programme_code,
        awarded.year AS year,
        awarded.amount_eur AS awarded_eur,
        CAST(NULL AS DECIMAL(16, 2)) AS booked_eur,
        awarded.source_id AS source_id
    FROM awarded
    UNION ALL
    SELECT
        known.programme_code AS programme_code,
        known.booked_year AS year,
        CAST(NULL AS DECIMAL(16, 2)) AS awarded_eur,
        known.booked_eur AS booked_eur,
        known.source_id AS source_id
    FROM known
    WHERE
        known.is_over
        AND known.cost_type = 'grants'
),

differences AS (
    SELECT
        entries.year,
        coalesce(sum(entries.awarded_eur), 0) AS awarded_eur,
        sum(entries.booked_eur) AS booked_eur,
        coalesce(sum(entries.awarded_eur), 0) - sum(entries.booked_eur) AS difference_eur,
        CASE
            WHEN sum(entries.booked_eur) IS NULL THEN 'year_not_booked'
            WHEN coalesce(sum(entries.awarded_eur), 0) = sum(entries.booked_eur) THEN NULL
            WHEN
                sum(entries.booked_eur) < 0
                AND entries.year IN (SELECT year(returned.happened_latest) FROM returned)
                THEN 'return_amount_not_stated'
            ELSE 'not_explained'
        END AS explained_code,
        string_agg(DISTINCT entries.source_id, ' ' ORDER BY entries.source_id) AS source_ids
    FROM entries
    GROUP BY entries.year
)

SELECT
    differences.year,
    differences.awarded_eur,
    differences.booked_eur,
    differences.difference_eur,
    differences.explained_code,
    differences.source_ids
FROM differences
ORDER BY differences.year
