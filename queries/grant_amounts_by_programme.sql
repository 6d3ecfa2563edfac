-- How large is a grant, by programme?
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
-- returns  one row per programme with a grant
--          programme_code  code     programme
--          grants          count    grants
--          awarded_eur     EUR      awarded, nominal, exact amounts only; NULL = none is stated exactly
--          smallest_eur    EUR      smallest grant stated exactly
--          median_eur      EUR      median grant stated exactly
--          largest_eur     EUR      largest grant stated exactly
--          applications    count    applications to all rounds of the programme, or to the one in force, as in source
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

received AS (
    SELECT
        grant_rounds.programme_code,
        CAST(sum(grant_rounds.applications) AS BIGINT) AS applications
    FROM grant_rounds
    WHERE
        coalesce(coalesce(grant_rounds.decided_latest, grant_rounds.known_since) <= $as_of, true)
        AND coalesce(grant_rounds.known_since <= $known_by, true)
        AND coalesce(grant_rounds.round_code = $round, true)
    GROUP BY grant_rounds.programme_code
)

SELECT
    chosen.programme_code,
    count(DISTINCT chosen.grant_id) AS grants,
    sum(chosen.awarded_eur) FILTER (WHERE evidence.is_first) AS awarded_eur,
    min(chosen.awarded_eur) AS smallest_eur,
    CAST(median(chosen.awarded_eur) FILTER (WHERE evidence.is_first) AS DECIMAL(16, 2)) AS median_eur,
    max(chosen.awarded_eur) AS largest_eur,
    received.applications,
    string_agg(DISTINCT evidence.source_id, ' ' ORDER BY evidence.source_id) AS source_ids
FROM chosen
INNER JOIN evidence
    ON chosen.grant_id = evidence.grant_id
LEFT JOIN received
    ON chosen.programme_code = received.programme_code
GROUP BY
    chosen.programme_code,
    received.applications
ORDER BY chosen.programme_code
