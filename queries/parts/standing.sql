-- The places that may be shown: municipalities of the day, city regions, regions, joint grants that count alone.
SELECT
    'municipality' AS place_kind,
    municipalities.municipality_code AS place_code,
    municipalities.name_fi AS name_fi,
    municipalities.name_sv AS name_sv,
    municipalities.name_en AS name_en,
    municipality_regions.region_code AS region_code,
    municipalities.source_id AS source_id
FROM municipalities
CROSS JOIN division
LEFT JOIN municipality_regions
    ON
        municipalities.municipality_code = municipality_regions.municipality_code
        AND division.division_on >= municipality_regions.valid_from
        AND coalesce(division.division_on <= municipality_regions.valid_to, true)
WHERE
    municipalities.valid_from <= division.division_on
    AND coalesce(municipalities.valid_to >= division.division_on, true)
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
UNION ALL
SELECT
    'joint_grant' AS place_kind,
    grants.grant_id AS place_code,
    grants.title_fi AS name_fi,
    grants.title_sv AS name_sv,
    grants.title_en AS name_en,
    spans.region_code AS region_code,
    grants.source_id AS source_id
FROM money
INNER JOIN grants
    ON
        money.recipient_kind = 'joint_grant'
        AND money.recipient_code = grants.grant_id
LEFT JOIN spans
    ON grants.grant_id = spans.grant_id
