-- When has the steering group met, by meeting?
--
-- params   as_of      date; only meetings held on or before it; NULL = everything
--          known_by   date; only what was known on or before it; NULL = everything
--          programme  programme code; NULL = all
-- returns  one row per meeting
--          meeting_code    code   meeting
--          meeting_number  count  number of the meeting
--          held_on         date   day
--          source_ids      text   ids of the sources used, space between

SELECT
    meetings.meeting_code,
    meetings.meeting_number,
    meetings.held_on,
    meetings.source_id AS source_ids
FROM meetings
WHERE
    coalesce(meetings.held_on <= $as_of, true)
    AND coalesce(meetings.known_since <= $known_by, true)
    AND coalesce(meetings.programme_code = $programme, true)
ORDER BY meetings.held_on, meetings.meeting_code
