-- Who is in each grant, by name.
SELECT
    grant_recipients.grant_id,
    string_agg(
        coalesce(municipalities.name_fi, city_regions.name_fi),
        ', ' ORDER BY
            grant_recipients.recipient_role,
            grant_recipients.recipient_kind,
            grant_recipients.recipient_code
    ) AS about_fi,
    string_agg(
        coalesce(municipalities.name_sv, city_regions.name_sv),
        ', ' ORDER BY
            grant_recipients.recipient_role,
            grant_recipients.recipient_kind,
            grant_recipients.recipient_code
    ) AS about_sv,
    string_agg(
        coalesce(municipalities.name_en, city_regions.name_en),
        ', ' ORDER BY
            grant_recipients.recipient_role,
            grant_recipients.recipient_kind,
            grant_recipients.recipient_code
    ) AS about_en
FROM grant_recipients
LEFT JOIN municipalities
    ON
        grant_recipients.recipient_kind = 'municipality'
        AND grant_recipients.recipient_code = municipalities.municipality_code
LEFT JOIN city_regions
    ON
        grant_recipients.recipient_kind = 'city_region'
        AND grant_recipients.recipient_code = city_regions.city_region_code
GROUP BY grant_recipients.grant_id
