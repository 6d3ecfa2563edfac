-- Which choices have grants behind them, by facet?
--
-- params   programme  programme code; NULL = all
--          as_of      date; only grants decided on or before it; NULL = everything
--          known_by   date; only what was known on or before it; NULL = everything
-- returns  one row per choice that matches a grant
--          facet       code     round, theme, region, municipality, status or band
--          code        code     the choice
--          name_fi     text     name in Finnish; NULL = the code has a label
--          name_sv     text     name in Swedish
--          name_en     text     name in English
--          grants      count    grants behind the choice
--          source_ids  text     ids of the sources used, space between
-- with     awards, returns, states, bands, places, decided, evidence

WITH options AS (
    SELECT
        'round' AS facet,
        decided.round_code AS code,
        grant_rounds.name_fi AS name_fi,
        grant_rounds.name_sv AS name_sv,
        grant_rounds.name_en AS name_en,
        decided.grant_id AS grant_id
    FROM decided
    INNER JOIN grant_rounds
        ON decided.round_code = grant_rounds.round_code
    UNION ALL
    SELECT
        'theme' AS facet,
        decided.theme_code AS code,
        CAST(NULL AS VARCHAR) AS name_fi,
        CAST(NULL AS VARCHAR) AS name_sv,
        CAST(NULL AS VARCHAR) AS name_en,
        decided.grant_id AS grant_id
    FROM decided
    WHERE decided.theme_code IS NOT NULL
    UNION ALL
    SELECT
        'region' AS facet,
        places.region_code AS code,
        regions.name_fi AS name_fi,
        regions.name_sv AS name_sv,
        regions.name_en AS name_en,
        decided.grant_id AS grant_id
    FROM decided
    INNER JOIN places
        ON decided.grant_id = places.grant_id
    INNER JOIN regions
        ON places.region_code = regions.region_code
    UNION ALL
    SELECT
        'municipality' AS facet,
        places.recipient_code AS code,
        municipalities.name_fi AS name_fi,
        municipalities.name_sv AS name_sv,
        municipalities.name_en AS name_en,
        decided.grant_id AS grant_id
    FROM decided
    INNER JOIN places
        ON decided.grant_id = places.grant_id
    INNER JOIN municipalities
        ON places.recipient_code = municipalities.municipality_code
    WHERE places.recipient_kind = 'municipality'
    UNION ALL
    SELECT
        'status' AS facet,
        decided.status_code AS code,
        CAST(NULL AS VARCHAR) AS name_fi,
        CAST(NULL AS VARCHAR) AS name_sv,
        CAST(NULL AS VARCHAR) AS name_en,
        decided.grant_id AS grant_id
    FROM decided
    UNION ALL
    SELECT
        'band' AS facet,
        decided.band_code AS code,
        CAST(NULL AS VARCHAR) AS name_fi,
        CAST(NULL AS VARCHAR) AS name_sv,
        CAST(NULL AS VARCHAR) AS name_en,
        decided.grant_id AS grant_id
    FROM decided
    WHERE decided.band_code IS NOT NULL
)

SELECT
    options.facet,
    options.code,
    options.name_fi,
    options.name_sv,
    options.name_en,
    count(DISTINCT options.grant_id) AS grants,
    string_agg(DISTINCT evidence.source_id, ' ' ORDER BY evidence.source_id) AS source_ids
FROM options
INNER JOIN evidence
    ON options.grant_id = evidence.grant_id
GROUP BY
    options.facet,
    options.code,
    options.name_fi,
    options.name_sv,
    options.name_en
ORDER BY options.facet, options.code
