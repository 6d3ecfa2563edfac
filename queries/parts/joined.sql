-- Everybody who is named as taking part by the chosen day, with the name and the region of the place.
SELECT
    participants.programme_code,
    participants.participant_kind,
    participants.participant_code,
    coalesce(municipalities.name_fi, city_regions.name_fi, regions.name_fi) AS name_fi,
    coalesce(municipalities.name_sv, city_regions.name_sv, regions.name_sv) AS name_sv,
    coalesce(municipalities.name_en, city_regions.name_en, regions.name_en) AS name_en,
    coalesce(municipality_regions.region_code, city_regions.region_code, regions.region_code) AS region_code,
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
LEFT JOIN municipalities
    ON
        participants.participant_kind = 'municipality'
        AND participants.participant_code = municipalities.municipality_code
LEFT JOIN municipality_regions
    ON
        participants.participant_kind = 'municipality'
        AND participants.participant_code = municipality_regions.municipality_code
        AND participants.known_since >= municipality_regions.valid_from
        AND coalesce(participants.known_since <= municipality_regions.valid_to, true)
LEFT JOIN city_regions
    ON
        participants.participant_kind = 'city_region'
        AND participants.participant_code = city_regions.city_region_code
LEFT JOIN regions
    ON
        participants.participant_kind = 'region'
        AND participants.participant_code = regions.region_code
WHERE
    coalesce(coalesce(participants.joined_latest, participants.known_since) <= $as_of, true)
    AND coalesce(participants.known_since <= $known_by, true)
    AND coalesce(participants.programme_code = $programme, true)
