-- How many of those named take part, by region?
--
-- params   as_of         date; only who had joined (or, with no date stated, was known) by it; NULL = everything
--          known_by      date; only what was known on or before it; NULL = everything
--          programme     programme code; NULL = all
--          role          role code; NULL = all
--          theme         theme code, or not_stated; NULL = all
--          region        region code; NULL = all
--          municipality  municipality code; only that municipality itself; NULL = all
-- returns  one row per region with a participant
--          region_code     code   region; a city region counts in its own, and so does a region
--          name_fi         text   name in Finnish
--          name_sv         text   name in Swedish
--          name_en         text   name in English
--          participants    count  participants known by name
--          municipalities  count  municipalities among them
--          regions         count  regions among them
--          city_regions    count  city regions among them
--          source_ids      text   ids of the sources used, space between
-- cube     region_code
-- with     place_names, joined, themes, participation, documents

SELECT
    documents.region_code,
    regions.name_fi,
    regions.name_sv,
    regions.name_en,
    count(*) FILTER (WHERE documents.is_first) AS participants,
    count(*) FILTER (WHERE documents.is_first AND documents.participant_kind = 'municipality') AS municipalities,
    count(*) FILTER (WHERE documents.is_first AND documents.participant_kind = 'region') AS regions,
    count(*) FILTER (WHERE documents.is_first AND documents.participant_kind = 'city_region') AS city_regions,
    string_agg(DISTINCT documents.source_id, ' ' ORDER BY documents.source_id) AS source_ids
FROM documents
LEFT JOIN regions
    ON documents.region_code = regions.region_code
GROUP BY
    documents.region_code,
    regions.name_fi,
    regions.name_sv,
    regions.name_en
ORDER BY regions.name_fi NULLS LAST, documents.region_code NULLS LAST
