-- Every dated fact that was known: what it is of, its value or state, the day it is about and when it became known.
SELECT
    'grants' AS changed_table_code,
    grant_events.event_id AS change_key,
    grant_events.grant_id AS grant_id,
    grant_events.event_kind AS fact_code,
    CAST(NULL AS BIGINT) AS booked_year,
    leads.name_fi AS name_fi,
    leads.name_sv AS name_sv,
    leads.name_en AS name_en,
    CAST(grant_events.amount_eur AS DECIMAL(18, 2)) AS fact_number,
    grant_events.amount_state AS state_code,
    'EUR' AS unit,
    greatest(grant_events.happened_latest, grants.decided_latest) AS about_on,
    grant_events.known_since AS known_since,
    grant_events.note_fi AS note_fi,
    grant_events.note_sv AS note_sv,
    grant_events.note_en AS note_en,
    grant_events.source_id AS source_id,
    CAST(NULL AS VARCHAR) AS announced_source_id
FROM grant_events
INNER JOIN grants
    ON grant_events.grant_id = grants.grant_id
LEFT JOIN leads
    ON grant_events.grant_id = leads.grant_id
WHERE
    coalesce(grant_events.known_since <= $known_by, true)
    AND coalesce(grants.programme_code = $programme, true)
UNION ALL
SELECT
    plain.changed_table_code AS changed_table_code,
    plain.change_key AS change_key,
    CAST(NULL AS VARCHAR) AS grant_id,
    plain.fact_code AS fact_code,
    plain.booked_year AS booked_year,
    CAST(NULL AS VARCHAR) AS name_fi,
    CAST(NULL AS VARCHAR) AS name_sv,
    CAST(NULL AS VARCHAR) AS name_en,
    CAST(plain.fact_number AS DECIMAL(18, 2)) AS fact_number,
    plain.state_code AS state_code,
    plain.unit AS unit,
    plain.about_on AS about_on,
    plain.known_since AS known_since,
    CAST(NULL AS VARCHAR) AS note_fi,
    CAST(NULL AS VARCHAR) AS note_sv,
    CAST(NULL AS VARCHAR) AS note_en,
    plain.source_id AS source_id,
    CAST(NULL AS VARCHAR) AS announced_source_id
FROM (
    SELECT
        'costs' AS changed_table_code,
        costs.programme_code AS programme_code,
        concat_ws('/', costs.programme_code, costs.cost_type, costs.booked_year) AS change_key,
        costs.cost_type AS fact_code,
        CAST(costs.booked_year AS BIGINT) AS booked_year,
        costs.booked_eur AS fact_number,
        CAST(NULL AS VARCHAR) AS state_code,
        'EUR' AS unit,
        costs.period_to AS about_on,
        costs.known_since AS known_since,
        costs.source_id AS source_id
    FROM costs
    UNION ALL
    SELECT
        'estimates' AS changed_table_code,
        estimates.programme_code AS programme_code,
        concat_ws('/', estimates.programme_code, estimates.estimate_code) AS change_key,
        estimates.estimate_code AS fact_code,
        CAST(NULL AS BIGINT) AS booked_year,
        estimates.estimated_eur AS fact_number,
        CAST(NULL AS VARCHAR) AS state_code,
        'EUR' AS unit,
        estimates.made_latest AS about_on,
        estimates.known_since AS known_since,
        estimates.source_id AS source_id
    FROM estimates
    UNION ALL
    SELECT
        'counts' AS changed_table_code,
        counts.programme_code AS programme_code,
        concat_ws('/', counts.programme_code, counts.measure_code) AS change_key,
        counts.measure_code AS fact_code,
        CAST(NULL AS BIGINT) AS booked_year,
        counts.value AS fact_number,
        counts.qualifier_code AS state_code,
        'count' AS unit,
        counts.counted_latest AS about_on,
        counts.known_since AS known_since,
        counts.source_id AS source_id
    FROM counts
) AS plain
WHERE
    coalesce(plain.known_since <= $known_by, true)
    AND coalesce(plain.programme_code = $programme, true)
UNION ALL
SELECT
    'participants' AS changed_table_code,
    concat_ws('/', joined.programme_code, joined.participant_kind, joined.participant_code) AS change_key,
    CAST(NULL AS VARCHAR) AS grant_id,
    joined.participant_kind AS fact_code,
    CAST(NULL AS BIGINT) AS booked_year,
    joined.name_fi AS name_fi,
    joined.name_sv AS name_sv,
    joined.name_en AS name_en,
    CAST(NULL AS DECIMAL(18, 2)) AS fact_number,
    joined.role_code AS state_code,
    CAST(NULL AS VARCHAR) AS unit,
    coalesce(joined.joined_latest, joined.known_since) AS about_on,
    joined.known_since AS known_since,
    joined.role_basis_fi AS note_fi,
    joined.role_basis_sv AS note_sv,
    joined.role_basis_en AS note_en,
    joined.source_id AS source_id,
    joined.announced_source_id AS announced_source_id
FROM joined
