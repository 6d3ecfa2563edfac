-- Which programmes is each municipality known to be reached by, by municipality?
--
-- params   as_of         date; only who had joined and grants decided on or before it; NULL = everything
--          known_by      date; only what was known on or before it; NULL = everything
--          municipality  municipality code; NULL = all
-- returns  one row per municipality and programme: named as taking part, a recipient, or told of by a source
--          municipality_code  code     municipality
--          programme_code     code     programme
--          name_fi            text     name of the programme in Finnish
--          name_sv            text     name of the programme in Swedish
--          name_en            text     name of the programme in English
--          starts_earliest    date     first day it may have started; NULL = not stated
--          ends_latest        date     last day it may have ended; NULL = not stated
--          is_participant     boolean  named as a participant
--          is_through_region  boolean  a source tells of its region, not of the municipality itself
--          grants             count    grants in which it is a recipient, own and joint
--          first_year         year     year of its first round with a grant; NULL = no grant
--          last_year          year     year of its last round with a grant; NULL = no grant
--          source_ids         text     ids of the sources used, space between
-- cube     municipality_code, programme_code
-- with     reached

SELECT
    reached.municipality_code,
    reached.programme_code,
    programmes.name_fi,
    programmes.name_sv,
    programmes.name_en,
    programmes.starts_earliest,
    programmes.ends_latest,
    bool_or(reached.is_participant) AS is_participant,
    bool_and(reached.is_through_region) AS is_through_region,
    count(DISTINCT reached.grant_id) AS grants,
    min(reached.round_year) AS first_year,
    max(reached.round_year) AS last_year,
    string_agg(DISTINCT reached.source_id, ' ' ORDER BY reached.source_id) AS source_ids
FROM reached
INNER JOIN programmes
    ON reached.programme_code = programmes.programme_code
WHERE coalesce(reached.municipality_code = $municipality, true)
GROUP BY
    reached.municipality_code,
    reached.programme_code,
    programmes.name_fi,
    programmes.name_sv,
    programmes.name_en,
    programmes.starts_earliest,
    programmes.ends_latest
ORDER BY reached.municipality_code, reached.programme_code
