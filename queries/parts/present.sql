-- The recipients of grants as the municipalities of the day.
SELECT
    places.grant_id,
    places.recipient_kind,
    places.recipient_role,
    coalesce(successors.municipality_code, places.recipient_code) AS recipient_code
FROM places
LEFT JOIN successors
    ON
        places.recipient_kind = 'municipality'
        AND places.recipient_code = successors.former_code
