-- How much grant money was awarded, by region?
--
-- params   as_of         date; only grants decided on or before it; NULL = everything
--          known_by      date; only what was known on or before it; NULL = everything
--          programme     programme code; NULL = all
--          round         round code; NULL = all
--          theme         theme code, or not_stated; NULL = all
--          region        region code; a grant with any recipient there; NULL = all
--          municipality  municipality code; a grant with any recipient there; NULL = all
--          status        status code; NULL = all
--          band          amount band code; NULL = all
--          joint         lead|equal|undivided; where a joint grant counts; NULL = lead
-- returns  one row per region with a recipient; one without a region when grants span several
--          region_code     code     region when decided; NULL = several or not stated
--          name_fi         text     name in Finnish
--          name_sv         text     name in Swedish
--          name_en         text     name in English
--          grants          count    grants with money counted in the region
--          municipalities  count    municipalities of the region that are among the recipients
--          awarded_eur     EUR      awarded, nominal, exact amounts only; NULL = none is stated exactly
--          at_most_eur     EUR      awarded at most: ceilings, never part of awarded_eur; NULL = none
--          is_calculated   boolean  true = has an equal split, our calculation: the sources state no shares
--          source_ids      text     ids of the sources used, space between
-- cube     region_code
-- with     awards, returns, states, bands, places, decided, chosen, evidence, divisions, shares, spans, allocations

WITH facts AS (
    SELECT
        allocations.region_code AS region_code,
        allocations.grant_id AS grant_id,
        CAST(NULL AS VARCHAR) AS municipality_code,
        CASE WHEN evidence.is_first THEN allocations.awarded_eur END AS awarded_eur,
        CASE WHEN evidence.is_first THEN allocations.at_most_eur END AS at_most_eur,
        allocations.is_calculated AS is_calculated,
        evidence.source_id AS source_id
    FROM allocations
    INNER JOIN evidence
        ON allocations.grant_id = evidence.grant_id
    UNION ALL
    SELECT
        places.region_code AS region_code,
        CAST(NULL AS VARCHAR) AS grant_id,
        places.recipient_code AS municipality_code,
        CAST(NULL AS DECIMAL(16, 2)) AS awarded_eur,
        CAST(NULL AS DECIMAL(16, 2)) AS at_most_eur,
        false AS is_calculated,
        places.source_id AS source_id
    FROM places
    INNER JOIN chosen
        ON places.grant_id = chosen.grant_id
    WHERE places.recipient_kind = 'municipality'
)

SELECT
    facts.region_code,
    regions.name_fi,
    regions.name_sv,
    regions.name_en,
    count(DISTINCT facts.grant_id) AS grants,
    count(DISTINCT facts.municipality_code) AS municipalities,
    sum(facts.awarded_eur) AS awarded_eur,
    sum(facts.at_most_eur) AS at_most_eur,
    bool_or(facts.is_calculated) AS is_calculated,
    string_agg(DISTINCT facts.source_id, ' ' ORDER BY facts.source_id) AS source_ids
FROM facts
LEFT JOIN regions
    ON facts.region_code = regions.region_code
GROUP BY
    facts.region_code,
    regions.name_fi,
    regions.name_sv,
    regions.name_en
ORDER BY facts.region_code NULLS LAST
