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
    concat_ws(' ', place_names.name_fi, place_names.name_sv) AS text
FROM experiment_members
LEFT JOIN place_names
    ON
        experiment_members.participant_kind = place_names.place_kind
        AND experiment_members.participant_code = place_names.place_code
