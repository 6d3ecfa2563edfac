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
-- with     awards, returns, states, bands, places, decided, chosen, place_names, evidence

WITH named AS (
    SELECT
        places.grant_id,
        places.recipient_kind,
        places.recipient_code,
        places.recipient_role,
        places.region_code,
        place_names.name_fi,
        place_names.name_sv,
        place_names.name_en
    FROM places
    LEFT JOIN place_names
        ON
            places.recipient_kind = place_names.place_kind
            AND places.recipient_code = place_names.place_code
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
