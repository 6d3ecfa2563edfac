-- Every place by kind and code, with its name; its region unless that may change in time (municipality_regions).
SELECT
    'municipality' AS place_kind,
    municipalities.municipality_code AS place_code,
    municipalities.name_fi AS name_fi,
    municipalities.name_sv AS name_sv,
    municipalities.name_en AS name_en,
    CAST(NULL AS VARCHAR) AS region_code,
    municipalities.source_id AS source_id
FROM municipalities
UNION ALL
SELECT
    'city_region' AS place_kind,
    city_regions.city_region_code AS place_code,
    city_regions.name_fi AS name_fi,
    city_regions.name_sv AS name_sv,
    city_regions.name_en AS name_en,
    city_regions.region_code AS region_code,
    city_regions.source_id AS source_id
FROM city_regions
UNION ALL
SELECT
    'region' AS place_kind,
    regions.region_code AS place_code,
    regions.name_fi AS name_fi,
    regions.name_sv AS name_sv,
    regions.name_en AS name_en,
    regions.region_code AS region_code,
    regions.source_id AS source_id
FROM regions
