-- Who took part in each experiment, with name, and the region of the place when that became known.
SELECT
    experiment_members.experiment_code,
    experiment_members.participant_kind,
    experiment_members.participant_code,
    coalesce(municipalities.name_fi, city_regions.name_fi, regions.name_fi) AS name_fi,
    coalesce(municipalities.name_sv, city_regions.name_sv, regions.name_sv) AS name_sv,
    coalesce(municipalities.name_en, city_regions.name_en, regions.name_en) AS name_en,
    coalesce(municipality_regions.region_code, city_regions.region_code, regions.region_code) AS region_code,
    experiment_members.source_id
FROM experiment_members
LEFT JOIN municipalities
    ON
        experiment_members.participant_kind = 'municipality'
        AND experiment_members.participant_code = municipalities.municipality_code
LEFT JOIN municipality_regions
    ON
        experiment_members.participant_kind = 'municipality'
        AND experiment_members.participant_code = municipality_regions.municipality_code
        AND experiment_members.known_since >= municipality_regions.valid_from
        AND coalesce(experiment_members.known_since <= municipality_regions.valid_to, true)
LEFT JOIN city_regions
    ON
        experiment_members.participant_kind = 'city_region'
        AND experiment_members.participant_code = city_regions.city_region_code
LEFT JOIN regions
    ON
        experiment_members.participant_kind = 'region'
        AND experiment_members.participant_code = regions.region_code
WHERE coalesce(experiment_members.known_since <= $known_by, true)
