-- Who received a grant, by recipient?
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
-- returns  one row per recipient named in the source
--          grant_id         code     grant
--          recipient_kind   code     municipality or city_region
--          recipient_code   code     municipality or city region
--          name_fi          text     name in Finnish
--          name_sv          text     name in Swedish
--          name_en          text     name in English
--          recipient_role   code     lead or partner
--          share_state      code     the whole grant, or share not stated
--          region_code      code     region when decided
--          equal_share_eur  EUR      equal split, our calculation; NULL = not stated who shares, or no municipality
--          source_ids       text     ids of the sources used, space between
-- with     awards, returns, states, bands, places, decided, chosen, place_names, divisions, shares

SELECT
    places.grant_id,
    places.recipient_kind,
    places.recipient_code,
    place_names.name_fi,
    place_names.name_sv,
    place_names.name_en,
    places.recipient_role,
    places.share_state,
    places.region_code,
    CAST(shares.awarded_cents * 0.01 AS DECIMAL(16, 2)) AS equal_share_eur,
    places.source_id AS source_ids
FROM places
INNER JOIN chosen
    ON places.grant_id = chosen.grant_id
LEFT JOIN shares
    ON
        places.grant_id = shares.grant_id
        AND places.recipient_kind = shares.recipient_kind
        AND places.recipient_code = shares.recipient_code
LEFT JOIN place_names
    ON
        places.recipient_kind = place_names.place_kind
        AND places.recipient_code = place_names.place_code
WHERE coalesce(places.grant_id = $grant, true)
ORDER BY places.grant_id, places.recipient_role, places.recipient_kind, places.recipient_code
