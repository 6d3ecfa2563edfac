-- Who took part in each experiment, with name, and the region of the place when that became known.
SELECT
    experiment_members.experiment_code,
    experiment_members.participant_kind,
    experiment_members.participant_code,
    place_names.name_fi,
    place_names.name_sv,
    place_names.name_en,
    coalesce(municipality_regions.region_code, place_names.region_code) AS region_code,
    experiment_members.source_id
FROM experiment_members
LEFT JOIN place_names
    ON
        experiment_members.participant_kind = place_names.place_kind
        AND experiment_members.participant_code = place_names.place_code
LEFT JOIN municipality_regions
    ON
        experiment_members.participant_kind = 'municipality'
        AND experiment_members.participant_code = municipality_regions.municipality_code
        AND experiment_members.known_since >= municipality_regions.valid_from
        AND coalesce(experiment_members.known_since <= municipality_regions.valid_to, true)
WHERE coalesce(experiment_members.known_since <= $known_by, true)
