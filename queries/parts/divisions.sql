-- Each municipality that an award is divided among in the equal split, in cents.
SELECT
    chosen.grant_id,
    places.recipient_kind,
    places.recipient_code,
    places.region_code,
    CAST(chosen.awarded_eur * 100 AS BIGINT) AS awarded_cents,
    CAST(chosen.at_most_eur * 100 AS BIGINT) AS at_most_cents,
    row_number() OVER (PARTITION BY chosen.grant_id ORDER BY places.recipient_code) AS place,
    count(*) OVER (PARTITION BY chosen.grant_id) AS places
FROM chosen
INNER JOIN places
    ON chosen.grant_id = places.grant_id
WHERE
    chosen.partners_state IN ('none', 'all_named')
    AND places.recipient_kind = 'municipality'
