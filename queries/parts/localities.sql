-- Each municipality on the day: its region, its latest population, its type and its size class.
SELECT
    municipalities.municipality_code,
    municipalities.name_fi,
    municipalities.name_sv,
    municipalities.name_en,
    municipalities.languages_code,
    municipalities.land_km2,
    municipalities.valid_to,
    municipalities.merged_into_code,
    municipalities.merged_on,
    CASE
        WHEN coalesce($as_of < DATE '2025-01-01', false) THEN municipalities.class_2018_code
        ELSE coalesce(municipalities.class_code, municipalities.class_2018_code)
    END AS class_code,
    home_regions.region_code,
    regions.name_fi AS region_fi,
    regions.name_sv AS region_sv,
    regions.name_en AS region_en,
    populations.inhabitants,
    populations.counted_on,
    populations.is_estimate,
    size_classes.size_class_code,
    size_classes.source_id AS size_class_source_id,
    populations.source_id AS counted_source_id,
    municipalities.source_id
FROM municipalities
LEFT JOIN home_regions
    ON
        municipalities.municipality_code = home_regions.municipality_code
        AND home_regions.place = 1
LEFT JOIN regions
    ON home_regions.region_code = regions.region_code
LEFT JOIN populations
    ON
        municipalities.municipality_code = populations.municipality_code
        AND populations.place = 1
LEFT JOIN size_classes
    ON
        populations.inhabitants >= size_classes.min_inhabitants
        AND coalesce(populations.inhabitants <= size_classes.max_inhabitants, true)
