-- The population of each municipality on the day, as known: the last count by then, or the first one after it; place 1.
SELECT
    counted.municipality_code,
    counted.inhabitants,
    counted.counted_on,
    counted.is_estimate,
    counted.source_id,
    row_number() OVER (
        PARTITION BY counted.municipality_code
        ORDER BY
            counted.is_later ASC,
            CASE WHEN counted.is_later THEN NULL ELSE counted.counted_on END DESC NULLS LAST,
            counted.counted_on ASC
    ) AS place
FROM (
    SELECT
        municipality_populations.municipality_code,
        municipality_populations.inhabitants,
        municipality_populations.counted_on,
        municipality_populations.is_estimate,
        municipality_populations.source_id,
        municipality_populations.counted_on > division.division_on AS is_later
    FROM municipality_populations
    CROSS JOIN division
    WHERE coalesce(municipality_populations.known_since <= $known_by, true)
) AS counted
