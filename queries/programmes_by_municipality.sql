-- Which programmes is each municipality known to have taken part in, by municipality?
--
-- params   as_of         date; only who had joined and grants decided on or before it; NULL = everything
--          known_by      date; only what was known on or before it; NULL = everything
--          municipality  municipality code; NULL = all
-- returns  one row per municipality and programme in which it is a named participant or a recipient of a grant
--          municipality_code  code     municipality
--          programme_code     code     programme
--          name_fi            text     name of the programme in Finnish
--          name_sv            text     name of the programme in Swedish
--          name_en            text     name of the programme in English
--          starts_earliest    date     first day it may have started; NULL = not stated
--          ends_latest        date     last day it may have ended; NULL = not stated
--          is_participant     boolean  named as a participant
--          grants             count    grants in which it is a recipient, own and joint
--          first_year         year     year of its first round with a grant; NULL = no grant
--          last_year          year     year of its last round with a grant; NULL = no grant
--          source_ids         text     ids of the sources used, space between
-- cube     municipality_code, programme_code

WITH facts AS (
    SELECT
        participants.participant_code AS municipality_code,
        participants.programme_code AS programme_code,
        true AS is_participant,
        CAST(NULL AS VARCHAR) AS grant_id,
        CAST(NULL AS BIGINT) AS round_year,
        participants.source_id AS source_id
    FROM participants
    WHERE
        participants.participant_kind = 'municipality'
        AND coalesce(coalesce(participants.joined_latest, participants.known_since) <= $as_of, true)
        AND coalesce(participants.known_since <= $known_by, true)
    UNION ALL
    SELECT
        grant_recipients.recipient_code AS municipality_code,
        grants.programme_code AS programme_code,
        false AS is_participant,
        grants.grant_id AS grant_id,
        grant_rounds.round_year AS round_year,
        grant_recipients.source_id AS source_id
    FROM grant_recipients
    INNER JOIN grants
        ON grant_recipients.grant_id = grants.grant_id
    INNER JOIN grant_rounds
        ON grants.round_code = grant_rounds.round_code
    WHERE
        grant_recipients.recipient_kind = 'municipality'
        AND coalesce(grants.decided_latest <= $as_of, true)
        AND coalesce(grants.known_since <= $known_by, true)
)

SELECT
    facts.municipality_code,
    facts.programme_code,
    programmes.name_fi,
    programmes.name_sv,
    programmes.name_en,
    programmes.starts_earliest,
    programmes.ends_latest,
    bool_or(facts.is_participant) AS is_participant,
    count(DISTINCT facts.grant_id) AS grants,
    min(facts.round_year) AS first_year,
    max(facts.round_year) AS last_year,
    string_agg(DISTINCT facts.source_id, ' ' ORDER BY facts.source_id) AS source_ids
FROM facts
INNER JOIN programmes
    ON facts.programme_code = programmes.programme_code
WHERE coalesce(facts.municipality_code = $municipality, true)
GROUP BY
    facts.municipality_code,
    facts.programme_code,
    programmes.name_fi,
    programmes.name_sv,
    programmes.name_en,
    programmes.starts_earliest,
    programmes.ends_latest
ORDER BY facts.municipality_code, facts.programme_code
