-- The newest count of each measure by the chosen day, of each programme.
SELECT
    ordered.programme_code,
    ordered.measure_code,
    ordered.value,
    ordered.qualifier_code,
    ordered.counted_earliest,
    ordered.counted_latest,
    ordered.source_id
FROM (
    SELECT
        counts.programme_code,
        counts.measure_code,
        counts.value,
        counts.qualifier_code,
        counts.counted_earliest,
        counts.counted_latest,
        counts.source_id,
        row_number() OVER (
            PARTITION BY counts.programme_code, counts.measure_code
            ORDER BY counts.counted_latest DESC NULLS LAST, counts.known_since DESC NULLS LAST
        ) AS place
    FROM counts
    WHERE
        coalesce(counts.counted_latest <= $as_of, true)
        AND coalesce(counts.known_since <= $known_by, true)
        AND coalesce(counts.programme_code = $programme, true)
) AS ordered
WHERE ordered.place = 1
