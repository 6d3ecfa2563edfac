-- The size class of the municipalities of each grant when it was decided: the first and the last of its classes.
SELECT
    counted.grant_id,
    min(size_classes.size_class_code) AS first_class,
    max(size_classes.size_class_code) AS last_class
FROM (
    SELECT
        grant_recipients.grant_id,
        municipality_populations.inhabitants,
        row_number() OVER (
            PARTITION BY grant_recipients.grant_id, grant_recipients.recipient_code
            ORDER BY
                municipality_populations.counted_on > grants.decided_latest ASC,
                CASE
                    WHEN municipality_populations.counted_on > grants.decided_latest THEN NULL
                    ELSE municipality_populations.counted_on
                END DESC NULLS LAST,
                municipality_populations.counted_on ASC
        ) AS place
    FROM grant_recipients
    INNER JOIN grants
        ON grant_recipients.grant_id = grants.grant_id
    INNER JOIN municipality_populations
        ON grant_recipients.recipient_code = municipality_populations.municipality_code
    WHERE
        grant_recipients.recipient_kind = 'municipality'
        AND coalesce(grant_recipients.known_since <= $known_by, true)
) AS counted
INNER JOIN size_classes
    ON
        counted.inhabitants >= size_classes.min_inhabitants
        AND coalesce(counted.inhabitants <= size_classes.max_inhabitants, true)
WHERE counted.place = 1
GROUP BY counted.grant_id
