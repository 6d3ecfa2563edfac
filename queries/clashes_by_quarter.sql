-- How many programmes, calls, deadlines and duties reach a municipality at the same time, by quarter?
--
-- params   as_of         date; only what had begun, was decided or was known by then; NULL = everything
--          known_by      date; only what was known on or before it; NULL = everything
--          municipality  municipality code; what reaches it, and what is national; NULL = all
-- returns  one row per quarter from the first thing to the last
--          quarter       text   year and quarter, as in 2018-Q2
--          quarter_from  date   first day of the quarter
--          programmes    count  programmes that run in the quarter as far as their years are stated
--          calls         count  calls for grants decided in the quarter
--          deadlines     count  deadlines of its projects in the quarter
--          duties        count  duties in force in the quarter, proposals left out
--          clashes       count  all of these together
--          source_ids    text   ids of the sources used, space between; NULL = nothing in the quarter
-- with     reached, items

WITH counted AS (
    SELECT
        items.timeline_kind_code,
        items.item_code,
        items.source_id,
        date_trunc('quarter', items.counted_from) AS from_on,
        date_trunc('quarter', coalesce(items.counted_to, items.counted_from)) AS to_on
    FROM items
    WHERE
        items.is_counted
        AND coalesce(items.municipality_code = $municipality, true)
),

quarters AS (
    SELECT CAST(unnest(generate_series(min(counted.from_on), max(counted.to_on), INTERVAL 3 MONTH)) AS DATE) AS begins
    FROM counted
),

things AS (
    SELECT DISTINCT
        quarters.begins,
        counted.timeline_kind_code,
        counted.item_code,
        counted.source_id
    FROM quarters
    LEFT JOIN counted
        ON quarters.begins BETWEEN counted.from_on AND counted.to_on
)

SELECT
    CAST(year(things.begins) AS VARCHAR) || '-Q' || CAST(quarter(things.begins) AS VARCHAR) AS quarter,
    things.begins AS quarter_from,
    count(things.item_code) FILTER (WHERE things.timeline_kind_code = 'programme') AS programmes,
    count(things.item_code) FILTER (WHERE things.timeline_kind_code = 'call') AS calls,
    count(things.item_code) FILTER (WHERE things.timeline_kind_code = 'deadline') AS deadlines,
    count(things.item_code) FILTER (WHERE things.timeline_kind_code = 'duty') AS duties,
    count(things.item_code) AS clashes,
    string_agg(DISTINCT things.source_id, ' ' ORDER BY things.source_id) AS source_ids
FROM things
GROUP BY things.begins
ORDER BY quarter_from
