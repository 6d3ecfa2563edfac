-- What do the sources leave open, and how much of it?
--
-- params   known_by            date; only what was known on or before it; NULL = everything
-- returns  one row per open question that this release has; none of them is filled in
--          open_question_code  code   what is not known
--          open_count          count  how many
--          open_of             count  out of how many
--          source_ids          text   ids of the sources used, space between
-- with     registers

WITH counted AS (
    SELECT
        counts.programme_code,
        registers.participant_kind,
        counts.value,
        counts.source_id,
        row_number() OVER (
            PARTITION BY counts.programme_code, counts.measure_code
            ORDER BY counts.counted_latest DESC NULLS LAST, counts.known_since DESC NULLS LAST
        ) AS place
    FROM counts
    INNER JOIN registers
        ON counts.measure_code = registers.measure_code
    WHERE coalesce(counts.known_since <= $known_by, true)
),

named AS (
    SELECT
        participants.programme_code,
        participants.participant_kind,
        count(DISTINCT participants.participant_code) AS value
    FROM participants
    WHERE coalesce(participants.known_since <= $known_by, true)
    GROUP BY
        participants.programme_code,
        participants.participant_kind
),

facts AS (
    SELECT
        'participants_not_named' AS open_question_code,
        counted.value - coalesce(named.value, 0) AS open_count,
        counted.value AS open_of,
        counted.source_id AS source_id
    FROM counted
    LEFT JOIN named
        ON
            counted.programme_code = named.programme_code
            AND counted.participant_kind = named.participant_kind
    WHERE counted.place = 1
    UNION ALL
    SELECT
        'shares_not_stated' AS open_question_code,
        CAST(bool_or(grant_recipients.share_state = 'not_stated') AS BIGINT) AS open_count,
        1 AS open_of,
        min(grant_recipients.source_id) AS source_id
    FROM grant_recipients
    INNER JOIN grants
        ON grant_recipients.grant_id = grants.grant_id
    WHERE
        grants.is_joint
        AND coalesce(grant_recipients.known_since <= $known_by, true)
    GROUP BY grant_recipients.grant_id
    UNION ALL
    SELECT
        'partners_not_named' AS open_question_code,
        CAST(grants.partners_state <> 'all_named' AS BIGINT) AS open_count,
        1 AS open_of,
        grants.source_id AS source_id
    FROM grants
    WHERE
        grants.is_joint
        AND coalesce(grants.known_since <= $known_by, true)
    UNION ALL
    SELECT
        'amounts_not_stated' AS open_question_code,
        CAST(grant_events.amount_state = 'not_stated' AS BIGINT) AS open_count,
        1 AS open_of,
        grant_events.source_id AS source_id
    FROM grant_events
    WHERE coalesce(grant_events.known_since <= $known_by, true)
    UNION ALL
    SELECT
        'differences_explained' AS open_question_code,
        CAST(NOT reconciliation.passed AS BIGINT) AS open_count,
        1 AS open_of,
        reconciliation.source_id AS source_id
    FROM reconciliation
    UNION ALL
    SELECT
        'example_tables' AS open_question_code,
        CAST(table_promises.table_kind_code = 'example' AS BIGINT) AS open_count,
        1 AS open_of,
        CAST(NULL AS VARCHAR) AS source_id
    FROM table_promises
)

SELECT
    facts.open_question_code,
    CAST(sum(facts.open_count) AS BIGINT) AS open_count,
    CAST(sum(facts.open_of) AS BIGINT) AS open_of,
    string_agg(DISTINCT facts.source_id, ' ' ORDER BY facts.source_id) AS source_ids
FROM facts
GROUP BY facts.open_question_code
HAVING sum(facts.open_count) > 0
ORDER BY facts.open_question_code
