-- How mature are the services of each sector in each municipality of a group of similar ones?
--
-- params   as_of        date; the latest assessment by then; NULL = the latest of all
--          known_by     date; only what was known on or before it; NULL = everything
--          measure      digital_depth|solutions_in_use|take_up; NULL = digital_depth
--          sector       sector code; NULL = all
--          size_class   size class code of the group that is compared; NULL = all
--          place_class  type of municipality of the group that is compared; NULL = all
--          place        code of one municipality of the group; NULL = all
-- returns  one row per sector and municipality of the group
--          sector_code  code     sector
--          place_code   code     municipality
--          level        count    level 1–5 of the value; NULL = see mark_code
--          value_pct    %        median of the services of the sector that are shown; NULL = see mark_code
--          mark_code    code     why there is no value: hidden = fewer than 3 of the group have one; NULL = a value
--          services     count    services of the sector that apply to the municipality
--          assessed     count    services among them whose value is shown
--          source_ids   text     ids of the sources used, space between
-- with     snapshot, latest, cells, sums, summed

SELECT
    summed.sector_code,
    summed.place_code,
    maturity_levels.level,
    summed.value_pct,
    summed.mark_code,
    summed.services,
    summed.assessed,
    summed.source_ids
FROM summed
LEFT JOIN maturity_levels
    ON
        summed.value_pct >= maturity_levels.from_pct
        AND summed.value_pct < maturity_levels.to_pct
WHERE coalesce(summed.place_code = $place, true)
ORDER BY summed.sector_code, summed.place_code
