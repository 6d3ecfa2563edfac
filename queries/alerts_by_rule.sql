-- What calls for a leader's attention, by rule?
--
-- params   as_of      date; only what happened, or whose period ended, on or before it; NULL = everything
--          known_by   date; only what was known on or before it; NULL = everything
--          programme  programme code; NULL = all
-- returns  one row per rule whose figure is known; rules of decisions are a question of their own
--          alert_rule_code     code     rule
--          alert_measure_code  code     what it looks at
--          measured_number     number   figure of the day, in its unit
--          limit_number        number   alert when the figure is above it
--          unit                code     EUR, count or %
--          is_raised           boolean  the figure is above the limit
--          panel_code          code     page and panel that show the figure
--          text_fi             text     rule in Finnish
--          text_sv             text     rule in Swedish
--          text_en             text     rule in English
--          source_ids          text     ids of the sources used, space between
-- with     counted, known, printed, coverage, years, totals, awarded, returned, entries, differences

WITH named_places AS (
    SELECT
        participants.programme_code,
        count(DISTINCT participants.participant_code) AS named
    FROM participants
    WHERE
        participants.participant_kind = 'municipality'
        AND coalesce(coalesce(participants.joined_latest, participants.known_since) <= $as_of, true)
        AND coalesce(participants.known_since <= $known_by, true)
        AND coalesce(participants.programme_code = $programme, true)
    GROUP BY participants.programme_code
),

promised AS (
    SELECT
        benefits.benefit_code,
        bool_or(benefits.evidence_class_code = 'promise') AS is_promised,
        bool_or(benefits.evidence_class_code IN ('measured', 'audited')) AS is_measured,
        max(benefits.source_id) AS source_id
    FROM benefits
    WHERE
        benefits.benefit_kind_code = 'money'
        AND coalesce(benefits.stated_latest <= $as_of, true)
        AND coalesce(benefits.known_since <= $known_by, true)
        AND coalesce(benefits.programme_code = $programme, true)
    GROUP BY benefits.benefit_code
),

published AS (
    SELECT
        facts.known_since,
        facts.source_id
    FROM (
        SELECT
            counts.programme_code AS programme_code,
            counts.known_since AS known_since,
            counts.source_id AS source_id
        FROM counts
        UNION ALL
        SELECT
            grants.programme_code AS programme_code,
            grants.known_since AS known_since,
            grants.source_id AS source_id
        FROM grants
        UNION ALL
        SELECT
            costs.programme_code AS programme_code,
            costs.known_since AS known_since,
            costs.source_id AS source_id
        FROM costs
    ) AS facts
    WHERE
        coalesce(facts.known_since <= $known_by, true)
        AND coalesce(facts.known_since <= $as_of, true)
        AND coalesce(facts.programme_code = $programme, true)
),

measured AS (
    SELECT
        'outcome_of_estimate' AS alert_measure_code,
        max(100 * totals.booked_eur / estimates.estimated_eur) AS measured_number,
        max(estimates.source_id) AS source_id
    FROM totals
    INNER JOIN estimates
        ON totals.programme_code = estimates.programme_code
    WHERE
        estimates.is_original
        AND coalesce(estimates.made_latest <= $as_of, true)
        AND coalesce(estimates.known_since <= $known_by, true)
    UNION ALL
    SELECT
        'unexplained_difference' AS alert_measure_code,
        sum(differences.difference_eur) AS measured_number,
        max(differences.source_ids) AS source_id
    FROM differences
    WHERE differences.difference_eur IS NOT NULL
    UNION ALL
    SELECT
        'participants_not_named' AS alert_measure_code,
        sum(counted.value - coalesce(named_places.named, 0)) AS measured_number,
        max(counted.source_id) AS source_id
    FROM counted
    LEFT JOIN named_places
        ON counted.programme_code = named_places.programme_code
    WHERE counted.measure_code = 'municipalities_registered'
    UNION ALL
    SELECT
        'savings_not_measured' AS alert_measure_code,
        count(*) FILTER (WHERE promised.is_promised AND NOT promised.is_measured) AS measured_number,
        max(promised.source_id) AS source_id
    FROM promised
    UNION ALL
    SELECT
        'days_since_newest' AS alert_measure_code,
        CAST($as_of AS DATE) - max(published.known_since) AS measured_number,
        max(published.source_id) AS source_id
    FROM published
)

SELECT
    alert_rules.alert_rule_code,
    alert_rules.alert_measure_code,
    CAST(round(measured.measured_number, 1) AS DECIMAL(16, 2)) AS measured_number,
    alert_rules.limit_number,
    alert_rules.unit,
    measured.measured_number > alert_rules.limit_number AS is_raised,
    alert_rules.panel_code,
    alert_rules.text_fi,
    alert_rules.text_sv,
    alert_rules.text_en,
    CASE
        WHEN contains(measured.source_id, alert_rules.source_id) THEN measured.source_id
        ELSE measured.source_id || ' ' || alert_rules.source_id
    END AS source_ids
FROM measured
INNER JOIN alert_rules
    ON measured.alert_measure_code = alert_rules.alert_measure_code
WHERE
    measured.measured_number IS NOT NULL
    AND measured.source_id IS NOT NULL
ORDER BY alert_rules.alert_rule_code
