-- The region of a grant when all its recipients are in one; NULL when in several.
SELECT
    places.grant_id,
    CASE WHEN min(places.region_code) = max(places.region_code) THEN min(places.region_code) END AS region_code
FROM places
GROUP BY places.grant_id
