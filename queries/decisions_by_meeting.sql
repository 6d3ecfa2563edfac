-- What has been decided, and how has it been carried out, by decision?
--
-- params   as_of      date; the latest state told on or before it; NULL = the latest of all
--          known_by   date; only what was known on or before it; NULL = everything
--          programme  programme code; NULL = all
-- returns  one row per decision, open ones first, then by due date
--          decision_code         code     decision
--          meeting_number        count    number of the meeting that made it
--          decided_on            date     day of that meeting
--          wording_fi            text     decision in Finnish
--          wording_sv            text     decision in Swedish
--          wording_en            text     decision in English
--          owner_role_code       code     role that is responsible
--          due_on                date     due; NULL = no due date
--          is_overdue            boolean  open on the chosen day, and due before it
--          decision_status_code  code     open, done or dropped
--          reported_on           date     day from which that state holds
--          measure_code          code     figure that it speaks of; NULL = none
--          figure_as_of          date     day of the figure then
--          panel_code            code     page and panel that show it; NULL = none
--          is_closed             boolean  done or dropped
--          source_ids            text     ids of the sources used, space between
-- with     told

SELECT
    told.decision_code,
    told.meeting_number,
    told.held_on AS decided_on,
    told.wording_fi,
    told.wording_sv,
    told.wording_en,
    told.owner_role_code,
    told.due_on,
    coalesce(told.decision_status_code = 'open' AND told.due_on < $as_of, false) AS is_overdue,
    told.decision_status_code,
    told.reported_on,
    told.measure_code,
    told.figure_as_of,
    told.panel_code,
    told.decision_status_code <> 'open' AS is_closed,
    told.source_id AS source_ids
FROM told
WHERE told.place = 1
ORDER BY is_closed, told.due_on NULLS LAST, told.decision_code
