-- The newest region of each municipality; place 1.
SELECT
    municipality_regions.municipality_code,
    municipality_regions.region_code,
    row_number() OVER (
        PARTITION BY municipality_regions.municipality_code
        ORDER BY municipality_regions.valid_from DESC
    ) AS place
FROM municipality_regions
