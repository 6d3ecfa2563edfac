-- What are the milestones of a programme, by date?
--
-- params   as_of      date; only what had happened on or before it; NULL = everything
--          known_by   date; only what was known on or before it; NULL = everything
--          programme  programme code; NULL = all
-- returns  one row per milestone
--          happened_on     date     day
--          milestone_code  code     milestone
--          name_fi         text     name in Finnish
--          name_sv         text     name in Swedish
--          name_en         text     name in English
--          source_ids      text     ids of the sources used, space between

SELECT
    milestones.happened_on,
    milestones.milestone_code,
    milestones.name_fi,
    milestones.name_sv,
    milestones.name_en,
    milestones.source_id AS source_ids
FROM milestones
WHERE
    coalesce(milestones.happened_on <= $as_of, true)
    AND coalesce(milestones.known_since <= $known_by, true)
    AND coalesce(milestones.programme_code = $programme, true)
ORDER BY milestones.happened_on, milestones.milestone_code
