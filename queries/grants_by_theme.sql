-- How much grant money was awarded, by theme?
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
-- returns  one row per theme with a grant
--          theme_code   code     theme, our own classification; NULL = not stated
--          grants       count    grants
--          awarded_eur  EUR      awarded, nominal, exact amounts only; NULL = none is stated exactly
--          at_most_eur  EUR      awarded at most: ceilings, never part of awarded_eur; NULL = none
--          source_ids   text     ids of the sources used, space between
-- cube     theme_code
-- with     awards, returns, states, bands, places, decided, chosen, evidence

SELECT
    chosen.theme_code,
    count(DISTINCT chosen.grant_id) AS grants,
    sum(chosen.awarded_eur) FILTER (WHERE evidence.is_first) AS awarded_eur,
    sum(chosen.at_most_eur) FILTER (WHERE evidence.is_first) AS at_most_eur,
    string_agg(DISTINCT evidence.source_id, ' ' ORDER BY evidence.source_id) AS source_ids
FROM chosen
INNER JOIN evidence
    ON chosen.grant_id = evidence.grant_id
GROUP BY chosen.theme_code
ORDER BY chosen.theme_code NULLS LAST
