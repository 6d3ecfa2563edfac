-- How much grant money was awarded, by recipient?
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
-- returns  one row per recipient; awarded_eur adds up to the same in every mode of joint
--          recipient_kind     code     municipality, city_region, or joint_grant when not divided
--          recipient_code     code     municipality, city region or grant
--          municipality_code  code     municipality; NULL unless recipient_kind is municipality
--          name_fi            text     name of the place, or title of the joint grant, in Finnish
--          name_sv            text     the same in Swedish
--          name_en            text     the same in English
--          region_code        code     region at its latest grant; NULL = several or not stated
--          grants             count    grants
--          awarded_eur        EUR      awarded, nominal, exact amounts only; NULL = none is stated exactly
--          at_most_eur        EUR      awarded at most: ceilings, never part of awarded_eur; NULL = none
--          is_calculated      boolean  true = has an equal split, our calculation: the sources state no shares
--          source_ids         text     ids of the sources used, space between
-- cube     recipient_kind, recipient_code
-- with     awards, returns, states, bands, places, decided, chosen, evidence, divisions, shares, spans, allocations

WITH homes AS (
    SELECT
        allocations.recipient_kind,
        allocations.recipient_code,
        allocations.region_code,
        row_number() OVER (
            PARTITION BY allocations.recipient_kind, allocations.recipient_code
            ORDER BY chosen.decided_latest DESC NULLS LAST, chosen.grant_id ASC
        ) AS place
    FROM allocations
    INNER JOIN chosen
        ON allocations.grant_id = chosen.grant_id
)

SELECT
    allocations.recipient_kind,
    allocations.recipient_code,
    municipalities.municipality_code,
    coalesce(municipalities.name_fi, city_regions.name_fi, grants.title_fi) AS name_fi,
    coalesce(municipalities.name_sv, city_regions.name_sv, grants.title_sv) AS name_sv,
    coalesce(municipalities.name_en, city_regions.name_en, grants.title_en) AS name_en,
    homes.region_code,
    count(DISTINCT allocations.grant_id) AS grants,
    sum(allocations.awarded_eur) FILTER (WHERE evidence.is_first) AS awarded_eur,
    sum(allocations.at_most_eur) FILTER (WHERE evidence.is_first) AS at_most_eur,
    bool_or(allocations.is_calculated) AS is_calculated,
    string_agg(DISTINCT evidence.source_id, ' ' ORDER BY evidence.source_id) AS source_ids
FROM allocations
INNER JOIN evidence
    ON allocations.grant_id = evidence.grant_id
INNER JOIN homes
    ON
        allocations.recipient_kind = homes.recipient_kind
        AND allocations.recipient_code = homes.recipient_code
        AND homes.place = 1
LEFT JOIN municipalities
    ON
        allocations.recipient_kind = 'municipality'
        AND allocations.recipient_code = municipalities.municipality_code
LEFT JOIN city_regions
    ON
        allocations.recipient_kind = 'city_region'
        AND allocations.recipient_code = city_regions.city_region_code
LEFT JOIN grants
    ON
        allocations.recipient_kind = 'joint_grant'
        AND allocations.recipient_code = grants.grant_id
GROUP BY
    allocations.recipient_kind,
    allocations.recipient_code,
    municipalities.municipality_code,
    coalesce(municipalities.name_fi, city_regions.name_fi, grants.title_fi),
    coalesce(municipalities.name_sv, city_regions.name_sv, grants.title_sv),
    coalesce(municipalities.name_en, city_regions.name_en, grants.title_en),
    homes.region_code
ORDER BY name_fi NULLS LAST, allocations.recipient_kind, allocations.recipient_code
