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

divisions AS (
    SELECT
        chosen.grant_id,
        places.recipient_kind,
        places.recipient_code,
        places.region_code,
        CAST(chosen.awarded_eur * 100 AS BIGINT) AS awarded_cents,
        CAST(chosen.at_most_eur * 100 AS BIGINT) AS at_most_cents,
        row_number() OVER (PARTITION BY chosen.grant_id ORDER BY places.recipient_code) AS place,
        count(*) OVER (PARTITION BY chosen.grant_id) AS places
    FROM chosen
    INNER JOIN places
        ON chosen.grant_id = places.grant_id
    WHERE
        chosen.partners_state IN ('none', 'all_named')
        AND places.recipient_kind = 'municipality'
),

shares AS (
    SELECT
        divisions.grant_id,
        divisions.recipient_kind,
        divisions.recipient_code,
        divisions.region_code,
        CAST(floor(divisions.awarded_cents / divisions.places) AS BIGINT)
        + CASE WHEN divisions.place <= divisions.awarded_cents % divisions.places THEN 1 ELSE 0 END AS awarded_cents,
        CAST(floor(divisions.at_most_cents / divisions.places) AS BIGINT)
        + CASE WHEN divisions.place <= divisions.at_most_cents % divisions.places THEN 1 ELSE 0 END AS at_most_cents
    FROM divisions
),

spans AS (
    SELECT
        places.grant_id,
        CASE WHEN min(places.region_code) = max(places.region_code) THEN min(places.region_code) END AS region_code
    FROM places
    GROUP BY places.grant_id
),

allocations AS (
    SELECT
        chosen.grant_id AS grant_id,
        places.recipient_kind AS recipient_kind,
        places.recipient_code AS recipient_code,
        places.region_code AS region_code,
        chosen.awarded_eur AS awarded_eur,
        chosen.at_most_eur AS at_most_eur,
        false AS is_calculated
    FROM chosen
    INNER JOIN places
        ON
            chosen.grant_id = places.grant_id
            AND places.recipient_role = 'lead'
    WHERE coalesce($joint, 'lead') = 'lead' OR NOT chosen.is_joint
    UNION ALL
    SELECT
        chosen.grant_id AS grant_id,
        shares.recipient_kind AS recipient_kind,
        shares.recipient_code AS recipient_code,
        shares.region_code AS region_code,
        CAST(shares.awarded_cents * 0.01 AS DECIMAL(16, 2)) AS awarded_eur,
        CAST(shares.at_most_cents * 0.01 AS DECIMAL(16, 2)) AS at_most_eur,
        true AS is_calculated
    FROM chosen
    INNER JOIN shares
        ON chosen.grant_id = shares.grant_id
    WHERE $joint = 'equal' AND chosen.is_joint
    UNION ALL
    SELECT
        chosen.grant_id AS grant_id,
        'joint_grant' AS recipient_kind,
        chosen.grant_id AS recipient_code,
        CASE WHEN chosen.partners_state = 'all_named' THEN spans.region_code END AS region_code,
        chosen.awarded_eur AS awarded_eur,
        chosen.at_most_eur AS at_most_eur,
        false AS is_calculated
    FROM chosen
    LEFT JOIN spans
        ON chosen.grant_id = spans.grant_id
    WHERE
        chosen.is_joint
        AND (
            $joint = 'undivided'
            OR ($joint = 'equal' AND chosen.grant_id NOT IN (SELECT shares.grant_id FROM shares))
        )
),

facts AS (
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
