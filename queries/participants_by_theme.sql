-- How many of those named take part, by theme?
--
-- params   as_of         date; only who had joined (or, with no date stated, was known) by it; NULL = everything
--          known_by      date; only what was known on or before it; NULL = everything
--          programme     programme code; NULL = all
--          role          role code; NULL = all
--          theme         theme code, or not_stated; NULL = all
--          region        region code; NULL = all
--          municipality  municipality code; only that municipality itself; NULL = all
-- returns  one row per theme; a participant counts in each theme of its experiments
--          theme_code      code   theme, our own classification; NULL = not stated
--          participants    count  participants known by name
--          municipalities  count  municipalities among them
--          regions         count  regions among them
--          city_regions    count  city regions among them
--          source_ids      text   ids of the sources used, space between
-- cube     theme_code
-- with     place_names, joined, themes, participation, documents

SELECT
    themes.theme_code,
    count(*) FILTER (WHERE documents.is_first) AS participants,
    count(*) FILTER (WHERE documents.is_first AND documents.participant_kind = 'municipality') AS municipalities,
    count(*) FILTER (WHERE documents.is_first AND documents.participant_kind = 'region') AS regions,
    count(*) FILTER (WHERE documents.is_first AND documents.participant_kind = 'city_region') AS city_regions,
    string_agg(DISTINCT documents.source_id, ' ' ORDER BY documents.source_id) AS source_ids
FROM documents
INNER JOIN themes
    ON
        documents.participant_kind = themes.participant_kind
        AND documents.participant_code = themes.participant_code
WHERE coalesce(coalesce(themes.theme_code, 'not_stated') = $theme, true)
GROUP BY themes.theme_code
ORDER BY themes.theme_code NULLS LAST
