-- How mature is each service of each municipality in a group of similar ones?
--
-- params   as_of        date; the latest assessment by then; NULL = the latest of all
--          known_by     date; only what was known on or before it; NULL = everything
--          measure      digital_depth|solutions_in_use|take_up; NULL = digital_depth
--          sector       sector code; NULL = all
--          size_class   size class code of the group that is compared; NULL = all
--          place_class  type of municipality of the group that is compared; NULL = all
--          place        code of one municipality of the group; NULL = all
--          service      service code; NULL = all
-- returns  one row per service and municipality of the group
--          service_code      code     service
--          sector_code       code     its sector
--          place_code        code     municipality
--          level             count    level 1–5 of the value; NULL = see mark_code
--          value_pct         %        value of the measure; NULL = see mark_code
--          mark_code         code     why no value: hidden = fewer than 3 of the group have it; NULL = a value
--          assessed_on       date     day of the assessment; NULL = not assessed
--          method_code       code     how it was assessed; NULL = not assessed
--          digital_phases    text     numbers of the phases that are digital, space between; NULL = not given
--          source_ids        text     ids of the sources used, space between
-- cube     service_code, place_code
-- with     snapshot, latest, cells

SELECT
    cells.service_code,
    cells.sector_code,
    cells.place_code,
    maturity_levels.level,
    cells.value_pct,
    cells.mark_code,
    cells.assessed_on,
    cells.method_code,
    cells.digital_phases,
    cells.source_ids
FROM cells
LEFT JOIN maturity_levels
    ON
        cells.value_pct >= maturity_levels.from_pct
        AND cells.value_pct < maturity_levels.to_pct
WHERE
    coalesce(cells.place_code = $place, true)
    AND coalesce(cells.service_code = $service, true)
ORDER BY cells.service_code, cells.place_code
