-- Each decision as it was told by the day, the latest state first, with its meeting.
SELECT
    decisions.decision_code,
    decisions.wording_fi,
    decisions.wording_sv,
    decisions.wording_en,
    decisions.owner_role_code,
    decisions.due_on,
    decisions.decision_status_code,
    decisions.reported_on,
    decisions.measure_code,
    decisions.figure_as_of,
    decisions.panel_code,
    decisions.source_id,
    meetings.meeting_number,
    meetings.held_on,
    row_number() OVER (
        PARTITION BY decisions.decision_code
        ORDER BY decisions.reported_on DESC
    ) AS place
FROM decisions
INNER JOIN meetings
    ON decisions.meeting_code = meetings.meeting_code
WHERE
    coalesce(decisions.reported_on <= $as_of, true)
    AND coalesce(decisions.known_since <= $known_by, true)
    AND coalesce(meetings.programme_code = $programme, true)
