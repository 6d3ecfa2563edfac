-- Who is in each grant, by name.
SELECT
    grant_recipients.grant_id,
    string_agg(
        place_names.name_fi,
        ', ' ORDER BY
            grant_recipients.recipient_role,
            grant_recipients.recipient_kind,
            grant_recipients.recipient_code
    ) AS about_fi,
    string_agg(
        place_names.name_sv,
        ', ' ORDER BY
            grant_recipients.recipient_role,
            grant_recipients.recipient_kind,
            grant_recipients.recipient_code
    ) AS about_sv,
    string_agg(
        place_names.name_en,
        ', ' ORDER BY
            grant_recipients.recipient_role,
            grant_recipients.recipient_kind,
            grant_recipients.recipient_code
    ) AS about_en
FROM grant_recipients
LEFT JOIN place_names
    ON
        grant_recipients.recipient_kind = place_names.place_kind
        AND grant_recipients.recipient_code = place_names.place_code
GROUP BY grant_recipients.grant_id
