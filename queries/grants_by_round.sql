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

WITH awards AS (
    SELECT
        grant_events.grant_id,
        min(grant_events.source_id) AS source_id,
        sum(grant_events.amount_eur) FILTER (WHERE grant_events.amount_state = 'exact') AS awarded_eur,
        sum(grant_events.amount_eur) FILTER (WHERE grant_events.amount_state = 'at_most') AS at_most_eur
    FROM grant_events
    WHERE
        grant_events.event_kind = 'award'
        AND coalesce(grant_events.happened_latest <= $as_of, true)
        AND coalesce(grant_events.known_since <= $known_by, true)
    GROUP BY grant_events.grant_id
),

returns AS (
    SELECT
        grant_events.grant_id,
        CASE WHEN bool_and(grant_events.amount_eur IS NOT NULL) THEN 'stated' ELSE 'not_stated' END AS return_state,
        -sum(grant_events.amount_eur) AS returned_eur
    FROM grant_events
    WHERE
        grant_events.event_kind = 'return'
        AND coalesce(grant_events.happened_latest <= $as_of, true)
        AND coalesce(grant_events.known_since <= $known_by, true)
    GROUP BY grant_events.grant_id
),

states AS (
    SELECT
        grants.grant_id,
        returns.return_state,
        returns.returned_eur,
        CASE
            WHEN grants.status_code = 'partly_returned' AND returns.grant_id IS NULL THEN 'not_stated'
            ELSE grants.status_code
        END AS status_code
    FROM grants
    LEFT JOIN returns
        ON grants.grant_id = returns.grant_id
),

bands (band_code, band_from_eur, band_to_eur) AS (
    VALUES
    ('under_10000', 0, 10000),
    ('10000_19999', 10000, 20000),
    ('20000_29999', 20000, 30000),
    ('30000_39999', 30000, 40000),
    ('40000_and_over', 40000, NULL)
),

places AS (
    SELECT
        grant_recipients.grant_id,
        grant_recipients.recipient_kind,
        grant_recipients.recipient_code,
        grant_recipients.recipient_role,
        grant_recipients.share_state,
        grant_recipients.source_id,
        coalesce(city_regions.region_code, municipality_regions.region_code) AS region_code
    FROM grant_recipients
    INNER JOIN grants
        ON grant_recipients.grant_id = grants.grant_id
    LEFT JOIN city_regions
        ON
            grant_recipients.recipient_kind = 'city_region'
            AND grant_recipients.recipient_code = city_regions.city_region_code
    LEFT JOIN municipality_regions
        ON
            grant_recipients.recipient_kind = 'municipality'
            AND grant_recipients.recipient_code = municipality_regions.municipality_code
            AND grants.decided_latest >= municipality_regions.valid_from
            AND coalesce(grants.decided_latest <= municipality_regions.valid_to, true)
    WHERE coalesce(grant_recipients.known_since <= $known_by, true)
),

chosen AS (
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
        AND coalesce(grants.round_code = $round, true)
        AND coalesce(coalesce(grants.theme_code, 'not_stated') = $theme, true)
        AND coalesce(states.status_code = $status, true)
        AND coalesce(coalesce(bands.band_code, 'not_stated') = $band, true)
        AND (
            $region IS NULL
            OR grants.grant_id IN (
                SELECT places.grant_id
                FROM places
                WHERE places.region_code = $region
            )
        )
        AND (
            $municipality IS NULL
            OR grants.grant_id IN (
                SELECT places.grant_id
                FROM places
                WHERE places.recipient_kind = 'municipality' AND places.recipient_code = $municipality
            )
        )
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

known_rounds AS (
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
