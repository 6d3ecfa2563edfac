-- What has happened to a grant, by event?
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
-- returns  one row per event of a matching grant
--          event_id           code     event
--          grant_id           code     grant
--          event_kind         code     award, adjustment or return
--          amount_eur         EUR      signed: a return is negative; NULL = not stated
--          amount_state       code     exact, at_most or not_stated
--          happened_earliest  date     happened on it at the earliest
--          happened_latest    date     happened on it at the latest
--          note_fi            text     note in Finnish
--          note_sv            text     note in Swedish
--          note_en            text     note in English
--          known_since        date     when it became known
--          source_ids         text     ids of the sources used, space between
-- with     awards, returns, states, bands, places, decided, chosen

SELECT
    grant_events.event_id,
    grant_events.grant_id,
    grant_events.event_kind,
    grant_events.amount_eur,
    grant_events.amount_state,
    grant_events.happened_earliest,
    grant_events.happened_latest,
    grant_events.note_fi,
    grant_events.note_sv,
    grant_events.note_en,
    grant_events.known_since,
    grant_events.source_id AS source_ids
FROM grant_events
INNER JOIN chosen
    ON grant_events.grant_id = chosen.grant_id
WHERE
    coalesce(grant_events.happened_latest <= $as_of, true)
    AND coalesce(grant_events.known_since <= $known_by, true)
    AND coalesce(grant_events.grant_id = $grant, true)
ORDER BY grant_events.grant_id, grant_events.happened_latest, grant_events.event_id
