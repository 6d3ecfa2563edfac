-- The lead of each grant by name.
SELECT
    grant_recipients.grant_id,
    place_names.name_fi,
    place_names.name_sv,
    place_names.name_en
FROM grant_recipients
LEFT JOIN place_names
    ON
        grant_recipients.recipient_kind = place_names.place_kind
        AND grant_recipients.recipient_code = place_names.place_code
WHERE grant_recipients.recipient_role = 'lead'
