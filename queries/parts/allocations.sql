-- For whom each grant counts in the chosen joint mode; the total is the same in every mode.
SELECT
    chosen.grant_id AS grant_id,
    places.recipient_kind AS recipient_kind,
    places.recipient_code AS recipient_code,
    places.region_code AS region_code,
    chosen.awarded_eur AS awarded_eur,
    chosen.at_most_eur AS at_most_eur,
    false AS is_calculated
FROM chosen
INNER JOIN places
    ON
        chosen.grant_id = places.grant_id
        AND places.recipient_role = 'lead'
WHERE coalesce($joint, 'lead') = 'lead' OR NOT chosen.is_joint
UNION ALL
SELECT
    chosen.grant_id AS grant_id,
    shares.recipient_kind AS recipient_kind,
    shares.recipient_code AS recipient_code,
    shares.region_code AS region_code,
    CAST(shares.awarded_cents * 0.01 AS DECIMAL(16, 2)) AS awarded_eur,
    CAST(shares.at_most_cents * 0.01 AS DECIMAL(16, 2)) AS at_most_eur,
    true AS is_calculated
FROM chosen
INNER JOIN shares
    ON chosen.grant_id = shares.grant_id
WHERE $joint = 'equal' AND chosen.is_joint
UNION ALL
SELECT
    chosen.grant_id AS grant_id,
    'joint_grant' AS recipient_kind,
    chosen.grant_id AS recipient_code,
    CASE WHEN chosen.partners_state = 'all_named' THEN spans.region_code END AS region_code,
    chosen.awarded_eur AS awarded_eur,
    chosen.at_most_eur AS at_most_eur,
    false AS is_calculated
FROM chosen
LEFT JOIN spans
    ON chosen.grant_id = spans.grant_id
WHERE
    chosen.is_joint
    AND (
        $joint = 'undivided'
        OR ($joint = 'equal' AND chosen.grant_id NOT IN (SELECT shares.grant_id FROM shares))
    )
