-- What are the key figures, by measure?
--
-- params   as_of      date; only what happened, or whose period ended, on or before it; NULL = everything
--          known_by   date; only what was known on or before it; NULL = everything
--          programme  programme code; NULL = all
-- returns  one row per measure that has a figure by then; one that nobody had counted yet is absent
--          measure_code    code     what is counted
--          value           number   the figure, in its unit
--          unit            code     EUR or count
--          qualifier_code  code     exact, about or over
--          counted_latest  date     the date the figure is about, at the latest
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

printed AS (
    SELECT
        cost_totals.programme_code,
        cost_totals.total_kind,
        cost_totals.cost_type,
        cost_totals.booked_year,
        cost_totals.printed_eur,
        cost_totals.source_id
    FROM cost_totals
    WHERE coalesce(cost_totals.known_since <= $known_by, true)
),

coverage AS (
    SELECT
        known.programme_code,
        bool_and(known.is_over) AS is_whole
    FROM known
    GROUP BY known.programme_code
),

years AS (
    SELECT
        known.programme_code,
        known.booked_year,
        max(known.period_to) FILTER (WHERE known.is_over) AS period_to,
        sum(known.booked_eur) FILTER (WHERE known.is_over) AS computed_eur,
        max(printed.printed_eur) AS printed_eur,
        coalesce(
            CASE WHEN bool_and(known.is_over) THEN max(printed.printed_eur) END,
            sum(known.booked_eur) FILTER (WHERE known.is_over)
        ) AS booked_eur
    FROM known
    LEFT JOIN printed
        ON
            known.programme_code = printed.programme_code
            AND known.booked_year = printed.booked_year
            AND printed.total_kind = 'by_year'
    GROUP BY
        known.programme_code,
        known.booked_year
    HAVING bool_or(known.is_over)
),

totals AS (
    SELECT
        years.programme_code,
        max(years.period_to) AS period_to,
        coalesce(CASE WHEN bool_and(coverage.is_whole) THEN max(printed.printed_eur) END, sum(years.booked_eur))
            AS booked_eur
    FROM years
    INNER JOIN coverage
        ON years.programme_code = coverage.programme_code
    LEFT JOIN printed
        ON
            years.programme_code = printed.programme_code
            AND printed.total_kind = 'all'
    GROUP BY years.programme_code
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
),

decisions AS (
    SELECT
        grants.grant_id,
        grants.decided_latest,
        grants.source_id,
        sum(grant_events.amount_eur) FILTER (WHERE grant_events.amount_state = 'exact') AS awarded_eur
    FROM grants
    INNER JOIN grant_events
        ON
            grants.grant_id = grant_events.grant_id
            AND grant_events.event_kind = 'award'
    WHERE
        coalesce(grants.decided_latest <= $as_of, true)
        AND coalesce(grants.known_since <= $known_by, true)
        AND coalesce(grants.programme_code = $programme, true)
        AND coalesce(grant_events.happened_latest <= $as_of, true)
        AND coalesce(grant_events.known_since <= $known_by, true)
    GROUP BY
        grants.grant_id,
        grants.decided_latest,
        grants.source_id
),

counted AS (
    SELECT
        counts.programme_code,
        counts.measure_code,
        counts.value,
        counts.qualifier_code,
        counts.counted_latest,
        counts.source_id,
        row_number() OVER (
            PARTITION BY counts.programme_code, counts.measure_code
            ORDER BY counts.counted_latest DESC NULLS LAST, counts.known_since DESC NULLS LAST
        ) AS place
    FROM counts
    WHERE
        coalesce(counts.counted_latest <= $as_of, true)
        AND coalesce(counts.known_since <= $known_by, true)
        AND coalesce(counts.programme_code = $programme, true)
),

figures AS (
    SELECT
        'total_cost' AS measure_code,
        sum(totals.booked_eur) AS value,
        'EUR' AS unit,
        'exact' AS qualifier_code,
        max(totals.period_to) AS counted_latest,
        (
            SELECT string_agg(DISTINCT known.source_id, ' ' ORDER BY known.source_id)
            FROM known
            WHERE known.is_over
        ) AS source_ids
    FROM totals
    UNION ALL
    SELECT
        'booked_grants' AS measure_code,
        sum(known.booked_eur) AS value,
        'EUR' AS unit,
        'exact' AS qualifier_code,
        max(known.period_to) AS counted_latest,
        string_agg(DISTINCT known.source_id, ' ' ORDER BY known.source_id) AS source_ids
    FROM known
    WHERE
        known.is_over
        AND known.cost_type = 'grants'
    UNION ALL
    SELECT
        'awarded_minus_booked' AS measure_code,
        sum(differences.difference_eur) AS value,
        'EUR' AS unit,
        'exact' AS qualifier_code,
        (SELECT max(totals.period_to) FROM totals) AS counted_latest,
        (SELECT string_agg(DISTINCT entries.source_id, ' ' ORDER BY entries.source_id) FROM entries) AS source_ids
    FROM differences
    WHERE differences.difference_eur IS NOT NULL
    UNION ALL
    SELECT
        'awarded' AS measure_code,
        sum(decisions.awarded_eur) AS value,
        'EUR' AS unit,
        'exact' AS qualifier_code,
        max(decisions.decided_latest) AS counted_latest,
        string_agg(DISTINCT decisions.source_id, ' ' ORDER BY decisions.source_id) AS source_ids
    FROM decisions
    WHERE decisions.awarded_eur IS NOT NULL
    UNION ALL
    SELECT
        'grants_awarded' AS measure_code,
        count(*) AS value,
        'count' AS unit,
        'exact' AS qualifier_code,
        max(decisions.decided_latest) AS counted_latest,
        string_agg(DISTINCT decisions.source_id, ' ' ORDER BY decisions.source_id) AS source_ids
    FROM decisions
    UNION ALL
    SELECT
        'recipients_municipalities' AS measure_code,
        count(DISTINCT grant_recipients.recipient_code) AS value,
        'count' AS unit,
        'exact' AS qualifier_code,
        max(decisions.decided_latest) AS counted_latest,
        string_agg(DISTINCT grant_recipients.source_id, ' ' ORDER BY grant_recipients.source_id) AS source_ids
    FROM decisions
    INNER JOIN grant_recipients
        ON decisions.grant_id = grant_recipients.grant_id
    WHERE
        grant_recipients.recipient_kind = 'municipality'
        AND coalesce(grant_recipients.known_since <= $known_by, true)
    UNION ALL
    SELECT
        'municipalities_named' AS measure_code,
        count(DISTINCT participants.participant_code) AS value,
        'count' AS unit,
        'exact' AS qualifier_code,
        max(participants.known_since) AS counted_latest,
        string_agg(DISTINCT participants.source_id, ' ' ORDER BY participants.source_id) AS source_ids
    FROM participants
    WHERE
        participants.participant_kind = 'municipality'
        AND coalesce(coalesce(participants.joined_latest, participants.known_since) <= $as_of, true)
        AND coalesce(participants.known_since <= $known_by, true)
        AND coalesce(participants.programme_code = $programme, true)
    UNION ALL
    SELECT
        'applications_received' AS measure_code,
        CAST(sum(grant_rounds.applications) AS BIGINT) AS value,
        'count' AS unit,
        'exact' AS qualifier_code,
        max(coalesce(grant_rounds.decided_latest, grant_rounds.known_since)) AS counted_latest,
        string_agg(DISTINCT grant_rounds.source_id, ' ' ORDER BY grant_rounds.source_id) AS source_ids
    FROM grant_rounds
    WHERE
        grant_rounds.applications IS NOT NULL
        AND coalesce(coalesce(grant_rounds.decided_latest, grant_rounds.known_since) <= $as_of, true)
        AND coalesce(grant_rounds.known_since <= $known_by, true)
        AND coalesce(grant_rounds.programme_code = $programme, true)
    UNION ALL
    SELECT
        counted.measure_code AS measure_code,
        max(counted.value) AS value,
        'count' AS unit,
        max(counted.qualifier_code) AS qualifier_code,
        max(counted.counted_latest) AS counted_latest,
        max(counted.source_id) AS source_ids
    FROM counted
    WHERE counted.place = 1
    GROUP BY counted.measure_code
    HAVING count(*) = 1
)

SELECT
    figures.measure_code,
    CAST(figures.value AS DECIMAL(16, 2)) AS value,
    figures.unit,
    figures.qualifier_code,
    figures.counted_latest,
    figures.source_ids
FROM figures
WHERE figures.counted_latest IS NOT NULL
ORDER BY figures.measure_code
