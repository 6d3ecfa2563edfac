-- The median of the services that are shown, by sector and place, or why there is none.
SELECT
    cells.place_code,
    cells.sector_code,
    CAST(median(cells.value_pct) AS DECIMAL(16, 2)) AS value_pct,
    count(*) FILTER (WHERE coalesce(cells.mark_code <> 'not_applicable', true)) AS services,
    count(cells.value_pct) AS assessed,
    CASE
        WHEN bool_or(cells.mark_code = 'hidden') THEN 'hidden'
        WHEN bool_and(cells.mark_code = 'not_applicable') THEN 'not_applicable'
        WHEN bool_or(cells.mark_code = 'not_stated') THEN 'not_stated'
        ELSE 'not_assessed'
    END AS mark_code,
    min(cells.source_ids) AS source_ids
FROM cells
GROUP BY cells.place_code, cells.sector_code
