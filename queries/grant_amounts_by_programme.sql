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
-- cube     programme_code
-- with     awards, returns, states, bands, places, decided, chosen, evidence

WITH received AS (
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
