-- Every text by which a thing can be found.
SELECT
    findable.hit_kind AS hit_kind,
    findable.code AS code,
    true AS is_name,
    findable.name_fi AS text
FROM findable
UNION
SELECT
    findable.hit_kind AS hit_kind,
    findable.code AS code,
    true AS is_name,
    findable.name_sv AS text
FROM findable
UNION
SELECT
    findable.hit_kind AS hit_kind,
    findable.code AS code,
    true AS is_name,
    findable.name_en AS text
FROM findable
UNION
SELECT
    findable.hit_kind AS hit_kind,
    findable.code AS code,
    true AS is_name,
    findable.code AS text
FROM findable
WHERE findable.hit_kind IN ('municipality', 'grant', 'programme')
UNION
SELECT
    findable.hit_kind AS hit_kind,
    findable.code AS code,
    false AS is_name,
    findable.about_fi AS text
FROM findable
WHERE findable.hit_kind IN ('grant', 'experiment', 'programme')
UNION
SELECT
    findable.hit_kind AS hit_kind,
    findable.code AS code,
    false AS is_name,
    findable.about_sv AS text
FROM findable
WHERE findable.hit_kind IN ('grant', 'experiment', 'programme')
UNION
SELECT
    findable.hit_kind AS hit_kind,
    findable.code AS code,
    false AS is_name,
    findable.about_en AS text
FROM findable
WHERE findable.hit_kind IN ('grant', 'experiment', 'programme')
UNION
SELECT
    'experiment' AS hit_kind,
    experiment_members.experiment_code AS code,
    false AS is_name,
    concat_ws(
        ' ',
        municipalities.name_fi, municipalities.name_sv,
        city_regions.name_fi, city_regions.name_sv,
        regions.name_fi, regions.name_sv
    ) AS text
FROM experiment_members
LEFT JOIN municipalities
    ON
        experiment_members.participant_kind = 'municipality'
        AND experiment_members.participant_code = municipalities.municipality_code
LEFT JOIN city_regions
    ON
        experiment_members.participant_kind = 'city_region'
        AND experiment_members.participant_code = city_regions.city_region_code
LEFT JOIN regions
    ON
        experiment_members.participant_kind = 'region'
        AND experiment_members.participant_code = regions.region_code
