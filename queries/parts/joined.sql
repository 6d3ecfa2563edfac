-- Everybody who is named as taking part by the chosen day, with the name and the region of the place.
SELECT
    participants.programme_code,
    participants.participant_kind,
    participants.participant_code,
    place_names.name_fi,
    place_names.name_sv,
    place_names.name_en,
    coalesce(municipality_regions.region_code, place_names.region_code) AS region_code,
    participants.role_code,
    participants.theme_code,
    participants.participant_status_code,
    participants.evidence_code,
    participants.topic_fi,
    participants.topic_sv,
    participants.topic_en,
    participants.role_basis_fi,
    participants.role_basis_sv,
    participants.role_basis_en,
    participants.joined_earliest,
    participants.joined_latest,
    participants.known_since,
    participants.source_id,
    participants.announced_source_id
FROM participants
LEFT JOIN place_names
    ON
        participants.participant_kind = place_names.place_kind
        AND participants.participant_code = place_names.place_code
LEFT JOIN municipality_regions
    ON
        participants.participant_kind = 'municipality'
        AND participants.participant_code = municipality_regions.municipality_code
        AND participants.known_since >= municipality_regions.valid_from
        AND coalesce(participants.known_since <= municipality_regions.valid_to, true)
WHERE
    coalesce(coalesce(participants.joined_latest, participants.known_since) <= $as_of, true)
    AND coalesce(participants.known_since <= $known_by, true)
    AND coalesce(participants.programme_code = $programme, true)
