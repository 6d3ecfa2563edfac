-- How many of the facts of a day became known only after it, by table?
--
-- params   as_of      date; only what happened, or whose period ended, on or before it; NULL = no rows
--          known_by   date; only what was known on or before it; NULL = everything
--          programme  programme code; NULL = all
-- returns  one row per table that has such facts
--          changed_table_code  code   grants, costs, estimates, counts or participants
--          known_later         count  facts about the day or earlier that became known after it
--          known_last          date   when the last of them became known
--          source_ids          text   ids of the sources used, space between
-- with     place_names, leads, joined, facts

SELECT
    facts.changed_table_code,
    count(*) AS known_later,
    max(facts.known_since) AS known_last,
    string_agg(DISTINCT facts.source_id, ' ' ORDER BY facts.source_id) AS source_ids
FROM facts
WHERE
    facts.about_on <= $as_of
    AND facts.known_since > $as_of
GROUP BY facts.changed_table_code
ORDER BY facts.changed_table_code
