-- The lead of each grant by name.
SELECT
    grant_recipients.grant_id,
    coalesce(municipalities.name_fi, city_regions.name_fi) AS name_fi,
    coalesce(municipalities.name_sv, city_regions.name_sv) AS name_sv,
    coalesce(municipalities.name_en, city_regions.name_en) AS name_en
FROM grant_recipients
LEFT JOIN municipalities
    ON
        grant_recipients.recipient_kind = 'municipality'
        AND grant_recipients.recipient_code = municipalities.municipality_code
LEFT JOIN city_regions
    ON
        grant_recipients.recipient_kind = 'city_region'
        AND grant_recipients.recipient_code = city_regions.city_region_code
WHERE grant_recipients.recipient_role = 'lead'
