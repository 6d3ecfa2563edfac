-- Which programmes reach a municipality: named as taking part, recipient of a grant, or told of by a source.
SELECT
    participants.participant_code AS municipality_code,
    participants.programme_code AS programme_code,
    true AS is_participant,
    false AS is_through_region,
    CAST(NULL AS VARCHAR) AS grant_id,
    CAST(NULL AS BIGINT) AS round_year,
    participants.source_id AS source_id
FROM participants
WHERE
    participants.participant_kind = 'municipality'
    AND coalesce(coalesce(participants.joined_latest, participants.known_since) <= $as_of, true)
    AND coalesce(participants.known_since <= $known_by, true)
UNION ALL
SELECT
    grant_recipients.recipient_code AS municipality_code,
    grants.programme_code AS programme_code,
    false AS is_participant,
    false AS is_through_region,
    grants.grant_id AS grant_id,
    grant_rounds.round_year AS round_year,
    grant_recipients.source_id AS source_id
FROM grant_recipients
INNER JOIN grants
    ON grant_recipients.grant_id = grants.grant_id
INNER JOIN grant_rounds
    ON grants.round_code = grant_rounds.round_code
WHERE
    grant_recipients.recipient_kind = 'municipality'
    AND coalesce(grants.decided_latest <= $as_of, true)
    AND coalesce(grants.known_since <= $known_by, true)
UNION ALL
SELECT
    coalesce(municipality_regions.municipality_code, programme_places.participant_code) AS municipality_code,
    programme_places.programme_code AS programme_code,
    false AS is_participant,
    programme_places.participant_kind = 'region' AS is_through_region,
    CAST(NULL AS VARCHAR) AS grant_id,
    CAST(NULL AS BIGINT) AS round_year,
    programme_places.source_id AS source_id
FROM programme_places
LEFT JOIN municipality_regions
    ON
        programme_places.participant_kind = 'region'
        AND programme_places.participant_code = municipality_regions.region_code
        AND coalesce(programme_places.known_since >= municipality_regions.valid_from, true)
        AND coalesce(programme_places.known_since <= municipality_regions.valid_to, true)
WHERE
    coalesce(programme_places.known_since <= $as_of, true)
    AND coalesce(programme_places.known_since <= $known_by, true)
