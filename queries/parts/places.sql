-- Where each grant went: its recipients, and the region of each when the grant was decided.
SELECT
    grant_recipients.grant_id,
    grant_recipients.recipient_kind,
    grant_recipients.recipient_code,
    grant_recipients.recipient_role,
    grant_recipients.share_state,
    grant_recipients.source_id,
    coalesce(city_regions.region_code, municipality_regions.region_code) AS region_code
FROM grant_recipients
INNER JOIN grants
    ON grant_recipients.grant_id = grants.grant_id
LEFT JOIN city_regions
    ON
        grant_recipients.recipient_kind = 'city_region'
        AND grant_recipients.recipient_code = city_regions.city_region_code
LEFT JOIN municipality_regions
    ON
        grant_recipients.recipient_kind = 'municipality'
        AND grant_recipients.recipient_code = municipality_regions.municipality_code
        AND grants.decided_latest >= municipality_regions.valid_from
        AND coalesce(grants.decided_latest <= municipality_regions.valid_to, true)
WHERE coalesce(grant_recipients.known_since <= $known_by, true)
