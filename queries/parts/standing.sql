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
    place_names.place_kind AS place_kind,
    place_names.place_code AS place_code,
    place_names.name_fi AS name_fi,
    place_names.name_sv AS name_sv,
    place_names.name_en AS name_en,
    place_names.region_code AS region_code,
    place_names.source_id AS source_id
FROM place_names
WHERE place_names.place_kind IN ('city_region', 'region')
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
