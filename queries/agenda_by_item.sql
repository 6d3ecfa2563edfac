-- What is on the agenda of the latest meeting, by item?
--
-- params   as_of      date; the latest meeting held on or before it; NULL = the last of all
--          known_by   date; only what was known on or before it; NULL = everything
--          programme  programme code; NULL = all
-- returns  one row per item of that meeting
--          meeting_code    code   meeting
--          meeting_number  count  number of the meeting
--          held_on         date   day of the meeting
--          item_number     count  place of the item, from 1
--          name_fi         text   item in Finnish
--          name_sv         text   item in Swedish
--          name_en         text   item in English
--          panel_code      code   page and panel that show it; NULL = none
--          source_ids      text   ids of the sources used, space between

WITH held AS (
    SELECT
        meetings.meeting_code,
        meetings.meeting_number,
        meetings.held_on,
        row_number() OVER (ORDER BY meetings.held_on DESC, meetings.meeting_code DESC) AS place
    FROM meetings
    WHERE
        coalesce(meetings.held_on <= $as_of, true)
        AND coalesce(meetings.known_since <= $known_by, true)
        AND coalesce(meetings.programme_code = $programme, true)
)

SELECT
    held.meeting_code,
    held.meeting_number,
    held.held_on,
    meeting_items.item_number,
    meeting_items.name_fi,
    meeting_items.name_sv,
    meeting_items.name_en,
    meeting_items.panel_code,
    meeting_items.source_id AS source_ids
FROM held
INNER JOIN meeting_items
    ON held.meeting_code = meeting_items.meeting_code
WHERE held.place = 1
ORDER BY meeting_items.item_number
