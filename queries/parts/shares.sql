-- The equal split of each grant, a calculation: cents go to the first codes.
SELECT
    divisions.grant_id,
    divisions.recipient_kind,
    divisions.recipient_code,
    divisions.region_code,
    CAST(floor(divisions.awarded_cents / divisions.places) AS BIGINT)
    + CASE WHEN divisions.place <= divisions.awarded_cents % divisions.places THEN 1 ELSE 0 END AS awarded_cents,
    CAST(floor(divisions.at_most_cents / divisions.places) AS BIGINT)
    + CASE WHEN divisions.place <= divisions.at_most_cents % divisions.places THEN 1 ELSE 0 END AS at_most_cents
FROM divisions
