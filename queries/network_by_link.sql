-- How are the national programmes linked with each other, by link?
--
-- params   as_of         date; only links that had begun by then; NULL = everything
--          known_by      date; only what was known on or before it; NULL = everything
--          link_kind     link kind code; NULL = all
--          owner_kind    owner kind code; links of its programmes; NULL = all
--          year          year as text; links of programmes that may have run then; NULL = all
--          focus         programme code to be marked; NULL = none
--          municipality  municipality code whose programmes are to be marked; NULL = none
-- returns  one row per link in view
--          from_programme_code  code     programme that the link starts from
--          to_programme_code    code     programme that the link leads to
--          link_kind_code       code     kind of link
--          from_name_fi         text     name of the first in Finnish
--          from_name_sv         text     name of the first in Swedish
--          from_name_en         text     name of the first in English
--          to_name_fi           text     name of the second in Finnish
--          to_name_sv           text     name of the second in Swedish
--          to_name_en           text     name of the second in English
--          from_owner_code      code     owner of the first; NULL = not stated
--          to_owner_code        code     owner of the second; NULL = not stated
--          detail_fi            text     what else the source tells, in Finnish; NULL = nothing
--          detail_sv            text     the same in Swedish
--          detail_en            text     the same in English
--          linked_from_year     year     first year of the link; NULL = not stated
--          linked_to_year       year     last year of the link; NULL = not stated
--          checked_on           date     day of the last check against the source; NULL = not checked again
--          is_chosen            boolean  one of its ends is chosen, itself or through the municipality
--          source_ids           text     ids of the sources used, space between
-- with     reached, matching, linked, focused

SELECT
    linked.from_programme_code,
    linked.to_programme_code,
    linked.link_kind_code,
    origins.name_fi AS from_name_fi,
    origins.name_sv AS from_name_sv,
    origins.name_en AS from_name_en,
    goals.name_fi AS to_name_fi,
    goals.name_sv AS to_name_sv,
    goals.name_en AS to_name_en,
    origins.owner_code AS from_owner_code,
    goals.owner_code AS to_owner_code,
    linked.detail_fi,
    linked.detail_sv,
    linked.detail_en,
    linked.linked_from_year,
    linked.linked_to_year,
    linked.checked_on,
    linked.from_programme_code IN (SELECT focused.programme_code FROM focused)
    OR linked.to_programme_code IN (SELECT focused.programme_code FROM focused) AS is_chosen,
    linked.source_id AS source_ids
FROM linked
INNER JOIN programmes AS origins
    ON linked.from_programme_code = origins.programme_code
INNER JOIN programmes AS goals
    ON linked.to_programme_code = goals.programme_code
ORDER BY linked.from_programme_code, linked.to_programme_code, linked.link_kind_code
