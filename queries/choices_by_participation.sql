-- Which choices have participants behind them, by facet?
--
-- params   as_of      date; only who had joined (or, with no date stated, was known) by it; NULL = everything
--          known_by   date; only what was known on or before it; NULL = everything
--          programme  programme code; NULL = all
-- returns  one row per choice that matches a participant
--          facet         code   role, theme, region or municipality
--          code          code   the choice
--          name_fi       text   name in Finnish; NULL = the code has a label
--          name_sv       text   name in Swedish
--          name_en       text   name in English
--          participants  count  participants behind the choice
--          source_ids    text   ids of the sources used, space between
-- with     place_names, joined, themes

WITH options AS (
    SELECT
        'role' AS facet,
        joined.role_code AS code,
        CAST(NULL AS VARCHAR) AS name_fi,
        CAST(NULL AS VARCHAR) AS name_sv,
        CAST(NULL AS VARCHAR) AS name_en,
        joined.source_id AS source_id
    FROM joined
    UNION ALL
    SELECT
        'theme' AS facet,
        themes.theme_code AS code,
        CAST(NULL AS VARCHAR) AS name_fi,
        CAST(NULL AS VARCHAR) AS name_sv,
        CAST(NULL AS VARCHAR) AS name_en,
        joined.source_id AS source_id
    FROM joined
    INNER JOIN themes
        ON
            joined.participant_kind = themes.participant_kind
            AND joined.participant_code = themes.participant_code
    WHERE themes.theme_code IS NOT NULL
    UNION ALL
    SELECT
        'region' AS facet,
        joined.region_code AS code,
        regions.name_fi AS name_fi,
        regions.name_sv AS name_sv,
        regions.name_en AS name_en,
        joined.source_id AS source_id
    FROM joined
    INNER JOIN regions
        ON joined.region_code = regions.region_code
    UNION ALL
    SELECT
        'municipality' AS facet,
        joined.participant_code AS code,
        joined.name_fi AS name_fi,
        joined.name_sv AS name_sv,
        joined.name_en AS name_en,
        joined.source_id AS source_id
    FROM joined
    WHERE joined.participant_kind = 'municipality'
)

SELECT
    options.facet,
    options.code,
    options.name_fi,
    options.name_sv,
    options.name_en,
    count(*) AS participants,
    string_agg(DISTINCT options.source_id, ' ' ORDER BY options.source_id) AS source_ids
FROM options
GROUP BY
    options.facet,
    options.code,
    options.name_fi,
    options.name_sv,
    options.name_en
ORDER BY options.facet, options.code
