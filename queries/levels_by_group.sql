-- How many of a group of similar municipalities are assessed, and what are their lowest, median and highest levels?
--
-- params   as_of        date; the latest assessment by then; NULL = the latest of all
--          known_by     date; only what was known on or before it; NULL = everything
--          measure      digital_depth|solutions_in_use|take_up; NULL = digital_depth
--          sector       sector code; NULL = all
--          size_class   size class code of the group that is compared; NULL = all
--          place_class  type of municipality of the group that is compared; NULL = all
-- returns  one row per service, one per sector, and one for the whole group
--          sector_code    code     sector; NULL = the whole group
--          service_code   code     service; NULL = the whole sector
--          group_places   count    municipalities of the group that it applies to
--          assessed       count    municipalities among them that have a value
--          lowest_level   count    lowest level; NULL = see mark_code
--          median_level   count    level of the median value; NULL = see mark_code
--          highest_level  count    highest level; NULL = see mark_code
--          lowest_pct     %        lowest value; NULL = see mark_code
--          median_pct     %        median value; NULL = see mark_code
--          highest_pct    %        highest value; NULL = see mark_code
--          mark_code      code     hidden = fewer than 3 have a value; NULL = there are enough
--          source_ids     text     ids of the sources used, space between
-- with     snapshot, latest, cells, sums, summed

WITH counted AS (
    SELECT
        cells.sector_code,
        cells.service_code,
        count(*) FILTER (WHERE coalesce(cells.mark_code <> 'not_applicable', true)) AS group_places,
        count(*) FILTER (WHERE coalesce(cells.mark_code = 'hidden', true)) AS assessed,
        min(cells.value_pct) AS lowest_pct,
        CAST(median(cells.value_pct) AS DECIMAL(16, 2)) AS median_pct,
        max(cells.value_pct) AS highest_pct,
        min(cells.source_ids) AS source_ids
    FROM cells
    GROUP BY cells.sector_code, cells.service_code
    UNION ALL
    SELECT
        summed.sector_code,
        NULL AS service_code,
        count(*) FILTER (WHERE coalesce(summed.mark_code <> 'not_applicable', true)) AS group_places,
        count(*) FILTER (WHERE coalesce(summed.mark_code = 'hidden', true)) AS assessed,
        min(summed.value_pct) AS lowest_pct,
        CAST(median(summed.value_pct) AS DECIMAL(16, 2)) AS median_pct,
        max(summed.value_pct) AS highest_pct,
        min(summed.source_ids) AS source_ids
    FROM summed
    GROUP BY summed.sector_code
    UNION ALL
    SELECT
        NULL AS sector_code,
        NULL AS service_code,
        count(DISTINCT cells.place_code) AS group_places,
        count(DISTINCT cells.place_code) FILTER (WHERE coalesce(cells.mark_code = 'hidden', true)) AS assessed,
        NULL AS lowest_pct,
        NULL AS median_pct,
        NULL AS highest_pct,
        min(cells.source_ids) AS source_ids
    FROM cells
    HAVING count(*) > 0
)

SELECT
    counted.sector_code,
    counted.service_code,
    counted.group_places,
    counted.assessed,
    lowest.level AS lowest_level,
    middle.level AS median_level,
    highest.level AS highest_level,
    counted.lowest_pct,
    counted.median_pct,
    counted.highest_pct,
    CASE WHEN counted.assessed < 3 THEN 'hidden' END AS mark_code,
    counted.source_ids
FROM counted
LEFT JOIN maturity_levels AS lowest
    ON
        counted.lowest_pct >= lowest.from_pct
        AND counted.lowest_pct < lowest.to_pct
LEFT JOIN maturity_levels AS middle
    ON
        counted.median_pct >= middle.from_pct
        AND counted.median_pct < middle.to_pct
LEFT JOIN maturity_levels AS highest
    ON
        counted.highest_pct >= highest.from_pct
        AND counted.highest_pct < highest.to_pct
ORDER BY counted.sector_code NULLS LAST, counted.service_code NULLS LAST
