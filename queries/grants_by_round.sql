-- How much grant money was awarded, by application round?
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
-- returns  one row per round with a matching grant; every known round when no grant is singled out
--          round_code         code     round
--          programme_code     code     programme
--          round_year         year     year of the round
--          name_fi            text     name in Finnish of the round
--          name_sv            text     name in Swedish of the round
--          name_en            text     name in English of the round
--          grants             count    grants known one by one that match
--          awarded_eur        EUR      awarded, nominal, exact amounts only; NULL = none is stated exactly
--          at_most_eur        EUR      awarded at most: ceilings, never part of awarded_eur; NULL = none
--          applications       count    applications to the whole round, as in source
--          applied_eur        EUR      applied for in the whole round, as in source
--          applied_qualifier  code     how exact applied_eur is
--          appropriation_eur  EUR      appropriation of the whole round
--          awarded_grants     count    grants of the whole round, as in source
--          listed_grants      count    grants of the whole round that are known one by one
--          note_fi            text     note in Finnish
--          note_sv            text     note in Swedish
--          note_en            text     note in English
--          source_ids         text     ids of the sources used, space between
-- cube     round_code
-- with     awards, returns, states, bands, places, decided, chosen, evidence

WITH known_rounds AS (
    SELECT
        grant_rounds.round_code,
        grant_rounds.applications,
        grant_rounds.applied_eur,
        grant_rounds.applied_qualifier,
        grant_rounds.appropriation_eur,
        grant_rounds.awarded_grants,
        grant_rounds.listed_grants,
        grant_rounds.note_fi,
        grant_rounds.note_sv,
        grant_rounds.note_en,
        grant_rounds.source_id
    FROM grant_rounds
    WHERE
        coalesce(coalesce(grant_rounds.decided_latest, grant_rounds.known_since) <= $as_of, true)
        AND coalesce(grant_rounds.known_since <= $known_by, true)
        AND coalesce(grant_rounds.programme_code = $programme, true)
        AND coalesce(grant_rounds.round_code = $round, true)
),

facts AS (
    SELECT
        chosen.round_code AS round_code,
        chosen.grant_id AS grant_id,
        CASE WHEN evidence.is_first THEN chosen.awarded_eur END AS awarded_eur,
        CASE WHEN evidence.is_first THEN chosen.at_most_eur END AS at_most_eur,
        evidence.source_id AS source_id
    FROM chosen
    INNER JOIN evidence
        ON chosen.grant_id = evidence.grant_id
    UNION ALL
    SELECT
        known_rounds.round_code AS round_code,
        CAST(NULL AS VARCHAR) AS grant_id,
        CAST(NULL AS DECIMAL(16, 2)) AS awarded_eur,
        CAST(NULL AS DECIMAL(16, 2)) AS at_most_eur,
        known_rounds.source_id AS source_id
    FROM known_rounds
)

SELECT
    grant_rounds.round_code,
    grant_rounds.programme_code,
    grant_rounds.round_year,
    grant_rounds.name_fi,
    grant_rounds.name_sv,
    grant_rounds.name_en,
    count(DISTINCT facts.grant_id) AS grants,
    sum(facts.awarded_eur) AS awarded_eur,
    sum(facts.at_most_eur) AS at_most_eur,
    known_rounds.applications,
    known_rounds.applied_eur,
    known_rounds.applied_qualifier,
    known_rounds.appropriation_eur,
    known_rounds.awarded_grants,
    known_rounds.listed_grants,
    known_rounds.note_fi,
    known_rounds.note_sv,
    known_rounds.note_en,
    string_agg(DISTINCT facts.source_id, ' ' ORDER BY facts.source_id) AS source_ids
FROM facts
INNER JOIN grant_rounds
    ON facts.round_code = grant_rounds.round_code
LEFT JOIN known_rounds
    ON facts.round_code = known_rounds.round_code
GROUP BY
    grant_rounds.round_code,
    grant_rounds.programme_code,
    grant_rounds.round_year,
    grant_rounds.name_fi,
    grant_rounds.name_sv,
    grant_rounds.name_en,
    known_rounds.applications,
    known_rounds.applied_eur,
    known_rounds.applied_qualifier,
    known_rounds.appropriation_eur,
    known_rounds.awarded_grants,
    known_rounds.listed_grants,
    known_rounds.note_fi,
    known_rounds.note_sv,
    known_rounds.note_en
HAVING count(facts.grant_id) > 0 OR coalesce($theme, $region, $municipality, $status, $band) IS NULL
ORDER BY grant_rounds.round_year, grant_rounds.round_code
