-- How mature are the services of each municipality as a whole?
--
-- params   as_of        date; the latest assessment by then; NULL = the latest of all
--          known_by     date; only what was known on or before it; NULL = everything
--          measure      digital_depth|solutions_in_use|take_up; NULL = digital_depth
--          sector       sector code; NULL = all
--          size_class   size class code of the group that is compared; NULL = all
--          place_class  type of municipality of the group that is compared; NULL = all
-- returns  one row per municipality of the group that has a service whose value is shown
--          place_code  code   municipality
--          level       count  level 1–5 of the value
--          value_pct   %      median of its services that are shown
--          assessed    count  services whose value is shown
--          services    count  services that apply to it
--          source_ids  text   ids of the sources used, space between
-- cube     place_code
-- with     snapshot, latest, cells

WITH summed AS (
    SELECT
        cells.place_code,
        CAST(median(cells.value_pct) AS DECIMAL(16, 2)) AS value_pct,
        count(cells.value_pct) AS assessed,
        count(*) FILTER (WHERE coalesce(cells.mark_code <> 'not_applicable', true)) AS services,
        min(cells.source_ids) AS source_ids
    FROM cells
    GROUP BY cells.place_code
    HAVING count(cells.value_pct) > 0
)

SELECT
    summed.place_code,
    maturity_levels.level,
    summed.value_pct,
    summed.assessed,
    summed.services,
    summed.source_ids
FROM summed
INNER JOIN maturity_levels
    ON
        summed.value_pct >= maturity_levels.from_pct
        AND summed.value_pct < maturity_levels.to_pct
ORDER BY summed.place_code
