-- The latest population of each municipality counted by that day, or the first one counted after it; place 1.
SELECT
    counted.municipality_code,
    counted.counted_on,
    counted.inhabitants,
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
        successors.municipality_code,
        municipality_populations.counted_on,
        municipality_populations.counted_on > max(division.division_on) AS is_later,
        CAST(sum(municipality_populations.inhabitants) AS BIGINT) AS inhabitants,
        min(municipality_populations.source_id) AS source_id
    FROM municipality_populations
    CROSS JOIN division
    INNER JOIN successors
        ON municipality_populations.municipality_code = successors.former_code
    WHERE coalesce(municipality_populations.known_since <= $known_by, true)
    GROUP BY
        successors.municipality_code,
        municipality_populations.counted_on
) AS counted
