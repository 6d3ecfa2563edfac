-- Which municipalities are there, and how many grants did each take part in, by name?
--
-- params   programme  programme code; only its grants are counted; NULL = all
-- returns  one row per municipality, merged ones too
--          municipality_code  code     municipality
--          name_fi            text     name in Finnish
--          name_sv            text     name in Swedish
--          name_en            text     name in English
--          grants             count    grants in which it is a recipient
--          valid_to           date     last day of the municipality; NULL = still there
--          merged_into_code   code     municipality it was merged into; NULL = none
--          source_ids         text     ids of the sources used, space between

WITH received AS (
    SELECT
        grant_recipients.recipient_code AS municipality_code,
        count(DISTINCT grant_recipients.grant_id) AS grants
    FROM grant_recipients
    INNER JOIN grants
        ON grant_recipients.grant_id = grants.grant_id
    WHERE
        grant_recipients.recipient_kind = 'municipality'
        AND coalesce(grants.programme_code = $programme, true)
    GROUP BY grant_recipients.recipient_code
)

SELECT
    municipalities.municipality_code,
    municipalities.name_fi,
    municipalities.name_sv,
    municipalities.name_en,
    coalesce(received.grants, 0) AS grants,
    municipalities.valid_to,
    municipalities.merged_into_code,
    municipalities.source_id AS source_ids
FROM municipalities
LEFT JOIN received
    ON municipalities.municipality_code = received.municipality_code
ORDER BY municipalities.name_fi, municipalities.municipality_code
