-- What was awarded to whom, by grant?
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
--          grant         grant code; NULL = all
-- returns  one row per grant
--          grant_id            code     grant
--          programme_code      code     programme
--          round_code          code     round
--          round_year          year     year of the round
--          theme_code          code     theme, our own classification; NULL = not stated
--          status_code         code     state of the project; a return counts only when it is in view
--          is_joint            boolean  several recipients
--          partners_state      code     are all recipients named in the source
--          title_fi            text     title in Finnish; NULL = not stated
--          title_sv            text     title in Swedish
--          title_en            text     title in English
--          purpose_fi          text     purpose in Finnish; NULL = not stated
--          purpose_sv          text     purpose in Swedish
--          purpose_en          text     purpose in English
--          amount_eur          EUR      awarded, nominal; NULL = not stated
--          amount_state        code     exact, at_most or not_stated
--          band_code           code     size; NULL unless exact
--          return_state        code     stated or not_stated amount; NULL = no return known
--          returned_eur        EUR      returned, as a positive amount; NULL = none or not stated
--          recipients          count    municipalities among the recipients that are named
--          lead_kind           code     kind of the lead
--          lead_code           code     lead
--          lead_fi             text     lead in Finnish
--          lead_sv             text     lead in Swedish
--          lead_en             text     lead in English
--          municipality_codes  text     codes of the municipalities among the recipients, space between
--          partners_fi         text     other recipients in Finnish, comma between; NULL = none named
--          partners_sv         text     the same in Swedish
--          partners_en         text     the same in English
--          region_code         code     region of the lead when decided
--          region_fi           text     region in Finnish
--          region_sv           text     region in Swedish
--          region_en           text     region in English
--          decided_earliest    date     decided on it at the earliest
--          decided_latest      date     decided on it at the latest
--          source_ids          text     ids of the sources used, space between

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

named AS (
    SELECT
        places.grant_id,
        places.recipient_kind,
        places.recipient_code,
        places.recipient_role,
        places.region_code,
        coalesce(municipalities.name_fi, city_regions.name_fi) AS name_fi,
        coalesce(municipalities.name_sv, city_regions.name_sv) AS name_sv,
        coalesce(municipalities.name_en, city_regions.name_en) AS name_en
    FROM places
    LEFT JOIN municipalities
        ON
            places.recipient_kind = 'municipality'
            AND places.recipient_code = municipalities.municipality_code
    LEFT JOIN city_regions
        ON
            places.recipient_kind = 'city_region'
            AND places.recipient_code = city_regions.city_region_code
),

partners AS (
    SELECT
        named.grant_id,
        count(*) FILTER (WHERE named.recipient_kind = 'municipality') AS recipients,
        string_agg(named.recipient_code, ' ' ORDER BY named.recipient_code)
        FILTER (WHERE named.recipient_kind = 'municipality') AS municipality_codes,
        string_agg(named.name_fi, ', ' ORDER BY named.name_fi)
        FILTER (WHERE named.recipient_role <> 'lead') AS partners_fi,
        string_agg(named.name_sv, ', ' ORDER BY named.name_sv)
        FILTER (WHERE named.recipient_role <> 'lead') AS partners_sv,
        string_agg(named.name_en, ', ' ORDER BY named.name_en)
        FILTER (WHERE named.recipient_role <> 'lead') AS partners_en
    FROM named
    GROUP BY named.grant_id
),

sourced AS (
    SELECT
        evidence.grant_id,
        string_agg(DISTINCT evidence.source_id, ' ' ORDER BY evidence.source_id) AS source_ids
    FROM evidence
    GROUP BY evidence.grant_id
)

SELECT
    grants.grant_id,
    grants.programme_code,
    grants.round_code,
    grant_rounds.round_year,
    grants.theme_code,
    chosen.status_code,
    grants.is_joint,
    grants.partners_state,
    grants.title_fi,
    grants.title_sv,
    grants.title_en,
    grants.purpose_fi,
    grants.purpose_sv,
    grants.purpose_en,
    coalesce(chosen.awarded_eur, chosen.at_most_eur) AS amount_eur,
    CASE
        WHEN chosen.awarded_eur IS NOT NULL THEN 'exact'
        WHEN chosen.at_most_eur IS NOT NULL THEN 'at_most'
        ELSE 'not_stated'
    END AS amount_state,
    chosen.band_code,
    chosen.return_state,
    chosen.returned_eur,
    coalesce(partners.recipients, 0) AS recipients,
    leads.recipient_kind AS lead_kind,
    leads.recipient_code AS lead_code,
    leads.name_fi AS lead_fi,
    leads.name_sv AS lead_sv,
    leads.name_en AS lead_en,
    partners.municipality_codes,
    partners.partners_fi,
    partners.partners_sv,
    partners.partners_en,
    leads.region_code,
    regions.name_fi AS region_fi,
    regions.name_sv AS region_sv,
    regions.name_en AS region_en,
    grants.decided_earliest,
    grants.decided_latest,
    sourced.source_ids
FROM chosen
INNER JOIN grants
    ON chosen.grant_id = grants.grant_id
INNER JOIN grant_rounds
    ON grants.round_code = grant_rounds.round_code
INNER JOIN sourced
    ON chosen.grant_id = sourced.grant_id
LEFT JOIN named AS leads
    ON
        chosen.grant_id = leads.grant_id
        AND leads.recipient_role = 'lead'
LEFT JOIN regions
    ON leads.region_code = regions.region_code
LEFT JOIN partners
    ON chosen.grant_id = partners.grant_id
WHERE coalesce(grants.grant_id = $grant, true)
ORDER BY grants.decided_latest, leads.name_fi NULLS LAST, grants.grant_id
