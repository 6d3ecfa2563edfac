-- The periods of each municipality in a region that had begun by the day, the latest first.
SELECT
    municipality_regions.municipality_code,
    municipality_regions.region_code,
    row_number() OVER (
        PARTITION BY municipality_regions.municipality_code
        ORDER BY municipality_regions.valid_from DESC
    ) AS place
FROM municipality_regions
WHERE coalesce(municipality_regions.valid_from <= $as_of, true)
