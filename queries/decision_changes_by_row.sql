-- Which decisions were made or changed their state between two days, by decision?
--
-- params   since      date; the earlier of the two days; NULL = from the beginning, so that everything is new
--          as_of      date; the later of the two days; NULL = everything
--          known_by   date; only what was known on or before it; NULL = everything
--          programme  programme code; NULL = all
-- returns  one row per decision whose state differs
--          decision_code     code  decision
--          change_kind_code  code  new or changed
--          wording_fi        text  decision in Finnish
--          wording_sv        text  decision in Swedish
--          wording_en        text  decision in English
--          old_code          code  state before; NULL = not made yet
--          new_code          code  state now
--          about_on          date  day on which the newest state was told
--          known_since       date  when it became known
--          source_ids        text  ids of the sources used, space between

WITH told AS (
    SELECT
        decisions.*,
        coalesce(decisions.reported_on <= $since, false) AS is_earlier,
        row_number() OVER (
            PARTITION BY decisions.decision_code, coalesce(decisions.reported_on <= $since, false)
            ORDER BY decisions.reported_on DESC
        ) AS place
    FROM decisions
    INNER JOIN meetings
        ON decisions.meeting_code = meetings.meeting_code
    WHERE
        coalesce(decisions.reported_on <= $as_of, true)
        AND coalesce(decisions.known_since <= $known_by, true)
        AND coalesce(meetings.programme_code = $programme, true)
)

SELECT
    later.decision_code,
    CASE WHEN earlier.decision_code IS NULL THEN 'new' ELSE 'changed' END AS change_kind_code,
    later.wording_fi,
    later.wording_sv,
    later.wording_en,
    earlier.decision_status_code AS old_code,
    later.decision_status_code AS new_code,
    later.reported_on AS about_on,
    later.known_since,
    later.source_id AS source_ids
FROM told AS later
LEFT JOIN told AS earlier
    ON
        later.decision_code = earlier.decision_code
        AND earlier.is_earlier
        AND earlier.place = 1
WHERE
    NOT later.is_earlier
    AND later.place = 1
    AND (
        earlier.decision_status_code IS DISTINCT FROM later.decision_status_code
        OR earlier.wording_fi IS DISTINCT FROM later.wording_fi
    )
ORDER BY about_on, later.decision_code
