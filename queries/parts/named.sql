-- Who is named as a participant, as the municipalities of the day; place 1 of each.
SELECT
    participants.participant_kind,
    coalesce(successors.municipality_code, participants.participant_code) AS participant_code,
    participants.role_code,
    participants.source_id,
    row_number() OVER (
        PARTITION BY
            participants.participant_kind,
            coalesce(successors.municipality_code, participants.participant_code)
        ORDER BY participants.programme_code ASC, participants.participant_code ASC
    ) AS place
FROM participants
LEFT JOIN successors
    ON
        participants.participant_kind = 'municipality'
        AND participants.participant_code = successors.former_code
WHERE
    coalesce(coalesce(participants.joined_latest, participants.known_since) <= $as_of, true)
    AND coalesce(participants.known_since <= $known_by, true)
    AND coalesce(participants.programme_code = $programme, true)
