-- How mature is each service of all municipalities of a group, one letter a municipality?
--
-- params   as_of        date; the latest assessment by then; NULL = the latest of all
--          known_by     date; only what was known on or before it; NULL = everything
--          measure      digital_depth|solutions_in_use|take_up; NULL = digital_depth
--          sector       sector code; NULL = all
--          size_class   size class code of the group that is compared; NULL = all
--          place_class  type of municipality of the group that is compared; NULL = all
-- returns  one row per service: a whole heatmap of 310 municipalities in 120 rows
--          service_code  code   service
--          sector_code   code   its sector
--          letters       text   by place_code: 1–5 level, n not assessed, a not applicable, s not stated, h hidden
--          source_ids    text   ids of the sources used, space between
-- with     snapshot, latest, cells

SELECT
    cells.service_code,
    cells.sector_code,
    string_agg(
        CASE
            WHEN cells.mark_code = 'not_assessed' THEN 'n'
            WHEN cells.mark_code = 'not_applicable' THEN 'a'
            WHEN cells.mark_code = 'not_stated' THEN 's'
            WHEN cells.mark_code = 'hidden' THEN 'h'
            ELSE CAST(maturity_levels.level AS VARCHAR)
        END,
        ''
        ORDER BY cells.place_code
    ) AS letters,
    min(cells.source_ids) AS source_ids
FROM cells
LEFT JOIN maturity_levels
    ON
        cells.value_pct >= maturity_levels.from_pct
        AND cells.value_pct < maturity_levels.to_pct
GROUP BY cells.service_code, cells.sector_code
ORDER BY cells.service_code
