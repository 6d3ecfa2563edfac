-- Which programmes, calls, decisions, deadlines and duties reach a municipality, and when, by municipality?
--
-- params   as_of         date; only what had begun, was decided or was known by then; NULL = everything
--          known_by      date; only what was known on or before it; NULL = everything
--          municipality  municipality code; what reaches it, and what is national; NULL = all
-- returns  one row per municipality and thing; what is national has no municipality
--          municipality_code   code     municipality; NULL = national
--          timeline_kind_code  code     programme, call, grant, deadline or duty
--          item_code           text     code of the programme, round, grant or duty
--          name_fi             text     name in Finnish; NULL = a grant whose title is not stated
--          name_sv             text     name in Swedish
--          name_en             text     name in English
--          begins_on           date     first day, or first day on which it may have happened; NULL = not stated
--          ends_on             date     last day, or last day on which it may have happened; NULL = not stated
--          counted_from        date     first day of its bar, as far as its beginning or end is stated; NULL = neither
--          counted_to          date     last day of its bar; NULL = neither is stated
--          is_counted          boolean  counted among the clashes of its quarters
--          source_ids          text     ids of the sources used, space between
-- with     reached, items

SELECT
    items.municipality_code,
    items.timeline_kind_code,
    items.item_code,
    items.name_fi,
    items.name_sv,
    items.name_en,
    items.begins_on,
    items.ends_on,
    items.counted_from,
    items.counted_to,
    items.is_counted,
    items.source_id AS source_ids
FROM items
WHERE coalesce(items.municipality_code = $municipality, true)
ORDER BY items.counted_from NULLS LAST, items.timeline_kind_code, items.item_code, items.municipality_code NULLS LAST
