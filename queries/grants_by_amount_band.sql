-- How many grants were awarded, by size of the grant?
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
-- returns  one row per size, empty ones too; no rows when no amount is stated exactly
--          band_code      code     size of the grant
--          band_from_eur  EUR      lower limit, included
--          band_to_eur    EUR      upper limit, not included; NULL = none
--          grants         count    grants whose amount is stated exactly
--          awarded_eur    EUR      awarded, nominal, exact amounts only
--          source_ids     text     ids of the sources used, space between
-- cube     band_code
-- with     awards, returns, states, bands, places, decided, chosen, evidence

SELECT
    bands.band_code,
    CAST(bands.band_from_eur AS DECIMAL(16, 2)) AS band_from_eur,
    CAST(bands.band_to_eur AS DECIMAL(16, 2)) AS band_to_eur,
    count(DISTINCT chosen.grant_id) AS grants,
    coalesce(sum(chosen.awarded_eur) FILTER (WHERE evidence.is_first), 0) AS awarded_eur,
    string_agg(DISTINCT evidence.source_id, ' ' ORDER BY evidence.source_id) AS source_ids
FROM bands
LEFT JOIN chosen
    ON bands.band_code = chosen.band_code
LEFT JOIN evidence
    ON chosen.grant_id = evidence.grant_id
WHERE
    EXISTS (
        SELECT exact.grant_id
        FROM chosen AS exact
        WHERE exact.band_code IS NOT NULL
    )
GROUP BY
    bands.band_code,
    bands.band_from_eur,
    bands.band_to_eur
ORDER BY bands.band_from_eur, bands.band_code
