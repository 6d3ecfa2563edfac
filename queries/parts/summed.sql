-- Every sector of every place of the group. A sector that fewer than 3 places have a value for is hidden.
SELECT
    sums.place_code,
    sums.sector_code,
    sums.services,
    sums.assessed,
    sums.source_ids,
    CASE WHEN count(sums.value_pct) OVER (PARTITION BY sums.sector_code) >= 3 THEN sums.value_pct END AS value_pct,
    CASE
        WHEN sums.value_pct IS NULL THEN sums.mark_code
        WHEN count(sums.value_pct) OVER (PARTITION BY sums.sector_code) < 3 THEN 'hidden'
    END AS mark_code
FROM sums
