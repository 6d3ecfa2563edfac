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
-- with     awards, returns, states, bands, places

WITH chosen AS (
    SELECT
        grants.grant_id,
        grants.programme_code,
        grants.round_code,
        grants.theme_code,
        states.status_code,
        states.return_state,
        states.returned_eur,
        grants.is_joint,
        grants.partners_state,
        grants.decided_latest,
        grants.source_id,
        grants.announced_source_id,
        awards.source_id AS award_source_id,
        awards.awarded_eur,
        awards.at_most_eur,
        bands.band_code
    FROM grants
    INNER JOIN awards
        ON grants.grant_id = awards.grant_id
    INNER JOIN states
        ON grants.grant_id = states.grant_id
    LEFT JOIN bands
        ON
            awards.awarded_eur >= bands.band_from_eur
            AND coalesce(awards.awarded_eur < bands.band_to_eur, true)
    WHERE
        coalesce(grants.decided_latest <= $as_of, true)
        AND coalesce(grants.known_since <= $known_by, true)
        AND coalesce(grants.programme_code = $programme, true)
),

evidence AS (
    SELECT
        documents.grant_id,
        documents.source_id,
        row_number() OVER (PARTITION BY documents.grant_id ORDER BY documents.source_id) = 1 AS is_first
    FROM (
        SELECT
            chosen.grant_id AS grant_id,
            chosen.source_id AS source_id
        FROM chosen
        UNION
        SELECT
            chosen.grant_id AS grant_id,
            chosen.award_source_id AS source_id
        FROM chosen
        UNION
        SELECT
            chosen.grant_id AS grant_id,
            chosen.announced_source_id AS source_id
        FROM chosen
        WHERE chosen.announced_source_id IS NOT NULL
    ) AS documents
),

options AS (
    SELECT
        'round' AS facet,
        chosen.round_code AS code,
        grant_rounds.name_fi AS name_fi,
        grant_rounds.name_sv AS name_sv,
        grant_rounds.name_en AS name_en,
        chosen.grant_id AS grant_id
    FROM chosen
    INNER JOIN grant_rounds
        ON chosen.round_code = grant_rounds.round_code
    UNION ALL
    SELECT
        'theme' AS facet,
        chosen.theme_code AS code,
        CAST(NULL AS VARCHAR) AS name_fi,
        CAST(NULL AS VARCHAR) AS name_sv,
        CAST(NULL AS VARCHAR) AS name_en,
        chosen.grant_id AS grant_id
    FROM chosen
    WHERE chosen.theme_code IS NOT NULL
    UNION ALL
    SELECT
        'region' AS facet,
        places.region_code AS code,
        regions.name_fi AS name_fi,
        regions.name_sv AS name_sv,
        regions.name_en AS name_en,
        chosen.grant_id AS grant_id
    FROM chosen
    INNER JOIN places
        ON chosen.grant_id = places.grant_id
    INNER JOIN regions
        ON places.region_code = regions.region_code
    UNION ALL
    SELECT
        'municipality' AS facet,
        places.recipient_code AS code,
        municipalities.name_fi AS name_fi,
        municipalities.name_sv AS name_sv,
        municipalities.name_en AS name_en,
        chosen.grant_id AS grant_id
    FROM chosen
    INNER JOIN places
        ON chosen.grant_id = places.grant_id
    INNER JOIN municipalities
        ON places.recipient_code = municipalities.municipality_code
    WHERE places.recipient_kind = 'municipality'
    UNION ALL
    SELECT
        'status' AS facet,
        chosen.status_code AS code,
        CAST(NULL AS VARCHAR) AS name_fi,
        CAST(NULL AS VARCHAR) AS name_sv,
        CAST(NULL AS VARCHAR) AS name_en,
        chosen.grant_id AS grant_id
    FROM chosen
    UNION ALL
    SELECT
        'band' AS facet,
        chosen.band_code AS code,
        CAST(NULL AS VARCHAR) AS name_fi,
        CAST(NULL AS VARCHAR) AS name_sv,
        CAST(NULL AS VARCHAR) AS name_en,
        chosen.grant_id AS grant_id
    FROM chosen
    WHERE chosen.band_code IS NOT NULL
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
