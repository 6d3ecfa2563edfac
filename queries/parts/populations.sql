-- The populations of each municipality that were counted by the day and known, the latest first.
SELECT
    municipality_populations.municipality_code,
    municipality_populations.inhabitants,
    municipality_populations.counted_on,
    municipality_populations.is_estimate,
    municipality_populations.source_id,
    row_number() OVER (
        PARTITION BY municipality_populations.municipality_code
        ORDER BY municipality_populations.counted_on DESC
    ) AS place
FROM municipality_populations
WHERE
    coalesce(municipality_populations.counted_on <= $as_of, true)
    AND coalesce(municipality_populations.known_since <= $known_by, true)
