-- How many take part, and how many of them are known by name, by kind?
--
-- params   as_of      date; counts and joining by it, or known by it with no date of joining stated; NULL = everything
--          known_by   date; only what was known on or before it; NULL = everything
--          programme  programme code; NULL = all
-- returns  one row per kind of participant
--          participant_kind  code     municipality, region or city_region
--          registered        count    registered, as counted in the source; NULL = not stated
--          named             count    known by name in this material
--          source_ids        text     ids of the sources used, space between
-- cube     participant_kind
-- with     registers, counted

WITH facts AS (
    SELECT
        registers.participant_kind AS participant_kind,
        counted.value AS registered,
        CAST(NULL AS VARCHAR) AS participant_code,
        counted.source_id AS source_id
    FROM counted
    INNER JOIN registers
        ON counted.measure_code = registers.measure_code
    UNION ALL
    SELECT
        participants.participant_kind AS participant_kind,
        CAST(NULL AS BIGINT) AS registered,
        participants.participant_code AS participant_code,
        participants.source_id AS source_id
    FROM participants
    WHERE
        coalesce(coalesce(participants.joined_latest, participants.known_since) <= $as_of, true)
        AND coalesce(participants.known_since <= $known_by, true)
        AND coalesce(participants.programme_code = $programme, true)
)

SELECT
    facts.participant_kind,
    CAST(sum(facts.registered) AS BIGINT) AS registered,
    count(DISTINCT facts.participant_code) AS named,
    string_agg(DISTINCT facts.source_id, ' ' ORDER BY facts.source_id) AS source_ids
FROM facts
GROUP BY facts.participant_kind
ORDER BY facts.participant_kind
