-- What happens around municipalities: programmes, calls, decisions, deadlines, duties. No code: everywhere.
SELECT
    reached.municipality_code AS municipality_code,
    'programme' AS timeline_kind_code,
    programmes.programme_code AS item_code,
    programmes.name_fi AS name_fi,
    programmes.name_sv AS name_sv,
    programmes.name_en AS name_en,
    programmes.starts_earliest AS begins_on,
    programmes.ends_latest AS ends_on,
    coalesce(programmes.starts_earliest, programmes.ends_earliest) AS counted_from,
    coalesce(programmes.ends_latest, programmes.starts_latest) AS counted_to,
    coalesce(programmes.starts_earliest, programmes.ends_earliest) IS NOT NULL AS is_counted,
    programmes.source_id AS source_id
FROM reached
INNER JOIN programmes
    ON reached.programme_code = programmes.programme_code
UNION
SELECT
    CAST(NULL AS VARCHAR) AS municipality_code,
    'call' AS timeline_kind_code,
    grant_rounds.round_code AS item_code,
    grant_rounds.name_fi AS name_fi,
    grant_rounds.name_sv AS name_sv,
    grant_rounds.name_en AS name_en,
    grant_rounds.decided_earliest AS begins_on,
    grant_rounds.decided_latest AS ends_on,
    grant_rounds.decided_earliest AS counted_from,
    grant_rounds.decided_latest AS counted_to,
    grant_rounds.decided_earliest IS NOT NULL AS is_counted,
    grant_rounds.source_id AS source_id
FROM grant_rounds
WHERE
    coalesce(coalesce(grant_rounds.decided_latest, grant_rounds.known_since) <= $as_of, true)
    AND coalesce(grant_rounds.known_since <= $known_by, true)
UNION
SELECT
    reached.municipality_code AS municipality_code,
    'grant' AS timeline_kind_code,
    grants.grant_id AS item_code,
    grants.title_fi AS name_fi,
    grants.title_sv AS name_sv,
    grants.title_en AS name_en,
    grants.decided_earliest AS begins_on,
    grants.decided_latest AS ends_on,
    grants.decided_earliest AS counted_from,
    grants.decided_latest AS counted_to,
    false AS is_counted,
    grants.source_id AS source_id
FROM reached
INNER JOIN grants
    ON reached.grant_id = grants.grant_id
UNION
SELECT
    reached.municipality_code AS municipality_code,
    'deadline' AS timeline_kind_code,
    grant_rounds.round_code AS item_code,
    grant_rounds.name_fi AS name_fi,
    grant_rounds.name_sv AS name_sv,
    grant_rounds.name_en AS name_en,
    grant_rounds.projects_end_on AS begins_on,
    grant_rounds.projects_end_on AS ends_on,
    grant_rounds.projects_end_on AS counted_from,
    grant_rounds.projects_end_on AS counted_to,
    true AS is_counted,
    grant_rounds.source_id AS source_id
FROM reached
INNER JOIN grants
    ON reached.grant_id = grants.grant_id
INNER JOIN grant_rounds
    ON grants.round_code = grant_rounds.round_code
WHERE grant_rounds.projects_end_on IS NOT NULL
UNION
SELECT
    CAST(NULL AS VARCHAR) AS municipality_code,
    'duty' AS timeline_kind_code,
    duties.duty_code AS item_code,
    duties.name_fi AS name_fi,
    duties.name_sv AS name_sv,
    duties.name_en AS name_en,
    duties.applies_earliest AS begins_on,
    duties.applies_latest AS ends_on,
    duties.applies_earliest AS counted_from,
    duties.applies_latest AS counted_to,
    duties.duty_state_code <> 'proposed' AND duties.applies_earliest IS NOT NULL AS is_counted,
    duties.source_id AS source_id
FROM duties
WHERE
    coalesce(duties.known_since <= $as_of, true)
    AND coalesce(duties.known_since <= $known_by, true)
