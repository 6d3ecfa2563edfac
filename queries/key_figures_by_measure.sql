-- What are the key figures, by measure?
--
-- params   as_of      date; only what happened, or whose period ended, on or before it; NULL = everything
--          known_by   date; only what was known on or before it; NULL = everything
--          programme  programme code; NULL = all
-- returns  one row per measure that has a figure by then; one that nobody had counted yet is absent
--          measure_code      code     what is counted
--          value             number   the figure, in its unit
--          unit              code     EUR or count
--          qualifier_code    code     exact, about or over
--          counted_earliest  date     the date the figure is about, at the earliest; NULL = not stated apart
--          counted_latest    date     the date the figure is about, at the latest
--          source_ids        text     ids of the sources used, space between
-- with     counted, known, printed, coverage, years, totals, awarded, returned, entries, differences

WITH decisions AS (
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

figures AS (
    SELECT
        'total_cost' AS measure_code,
        sum(totals.booked_eur) AS value,
        'EUR' AS unit,
        'exact' AS qualifier_code,
        CAST(NULL AS DATE) AS counted_earliest,
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
        CAST(NULL AS DATE) AS counted_earliest,
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
        CAST(NULL AS DATE) AS counted_earliest,
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
        CAST(NULL AS DATE) AS counted_earliest,
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
        CAST(NULL AS DATE) AS counted_earliest,
        max(decisions.decided_latest) AS counted_latest,
        string_agg(DISTINCT decisions.source_id, ' ' ORDER BY decisions.source_id) AS source_ids
    FROM decisions
    UNION ALL
    SELECT
        'recipients_municipalities' AS measure_code,
        count(DISTINCT grant_recipients.recipient_code) AS value,
        'count' AS unit,
        'exact' AS qualifier_code,
        CAST(NULL AS DATE) AS counted_earliest,
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
        CAST(NULL AS DATE) AS counted_earliest,
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
        CAST(NULL AS DATE) AS counted_earliest,
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
        max(counted.counted_earliest) AS counted_earliest,
        max(counted.counted_latest) AS counted_latest,
        max(counted.source_id) AS source_ids
    FROM counted
    GROUP BY counted.measure_code
    HAVING count(*) = 1
)

SELECT
    figures.measure_code,
    CAST(figures.value AS DECIMAL(16, 2)) AS value,
    figures.unit,
    figures.qualifier_code,
    figures.counted_earliest,
    figures.counted_latest,
    figures.source_ids
FROM figures
WHERE figures.counted_latest IS NOT NULL
ORDER BY figures.measure_code
