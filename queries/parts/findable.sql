-- Everything that can be found: its names, and what is told beside them.
SELECT
    'municipality' AS hit_kind,
    municipalities.municipality_code AS code,
    municipalities.name_fi AS name_fi,
    municipalities.name_sv AS name_sv,
    municipalities.name_en AS name_en,
    regions.name_fi AS about_fi,
    regions.name_sv AS about_sv,
    regions.name_en AS about_en,
    newest_homes.region_code AS region_code,
    municipalities.source_id AS source_id
FROM municipalities
LEFT JOIN newest_homes
    ON
        municipalities.municipality_code = newest_homes.municipality_code
        AND newest_homes.place = 1
LEFT JOIN regions
    ON newest_homes.region_code = regions.region_code
UNION ALL
SELECT
    'region' AS hit_kind,
    regions.region_code AS code,
    regions.name_fi AS name_fi,
    regions.name_sv AS name_sv,
    regions.name_en AS name_en,
    CAST(NULL AS VARCHAR) AS about_fi,
    CAST(NULL AS VARCHAR) AS about_sv,
    CAST(NULL AS VARCHAR) AS about_en,
    regions.region_code AS region_code,
    regions.source_id AS source_id
FROM regions
UNION ALL
SELECT
    'city_region' AS hit_kind,
    city_regions.city_region_code AS code,
    city_regions.name_fi AS name_fi,
    city_regions.name_sv AS name_sv,
    city_regions.name_en AS name_en,
    regions.name_fi AS about_fi,
    regions.name_sv AS about_sv,
    regions.name_en AS about_en,
    city_regions.region_code AS region_code,
    city_regions.source_id AS source_id
FROM city_regions
INNER JOIN regions
    ON city_regions.region_code = regions.region_code
UNION ALL
SELECT
    'grant' AS hit_kind,
    grants.grant_id AS code,
    grants.title_fi AS name_fi,
    grants.title_sv AS name_sv,
    grants.title_en AS name_en,
    grant_names.about_fi AS about_fi,
    grant_names.about_sv AS about_sv,
    grant_names.about_en AS about_en,
    CAST(NULL AS VARCHAR) AS region_code,
    grants.source_id AS source_id
FROM grants
LEFT JOIN grant_names
    ON grants.grant_id = grant_names.grant_id
UNION ALL
SELECT
    'experiment' AS hit_kind,
    newest_experiments.experiment_code AS code,
    newest_experiments.title_fi AS name_fi,
    newest_experiments.title_sv AS name_sv,
    newest_experiments.title_en AS name_en,
    newest_experiments.change_fi AS about_fi,
    newest_experiments.change_sv AS about_sv,
    newest_experiments.change_en AS about_en,
    CAST(NULL AS VARCHAR) AS region_code,
    newest_experiments.source_id AS source_id
FROM newest_experiments
WHERE newest_experiments.place = 1
UNION ALL
SELECT
    'programme' AS hit_kind,
    programmes.programme_code AS code,
    programmes.name_fi AS name_fi,
    programmes.name_sv AS name_sv,
    programmes.name_en AS name_en,
    programmes.summary_fi AS about_fi,
    programmes.summary_sv AS about_sv,
    programmes.summary_en AS about_en,
    CAST(NULL AS VARCHAR) AS region_code,
    programmes.source_id AS source_id
FROM programmes
UNION ALL
SELECT
    'term' AS hit_kind,
    terms.term_code AS code,
    terms.name_fi AS name_fi,
    terms.name_sv AS name_sv,
    terms.name_en AS name_en,
    terms.definition_fi AS about_fi,
    terms.definition_sv AS about_sv,
    terms.definition_en AS about_en,
    CAST(NULL AS VARCHAR) AS region_code,
    terms.source_id AS source_id
FROM terms
