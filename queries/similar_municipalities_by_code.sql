-- Which municipalities are of the same type and size class as one, by code?
--
-- params   as_of         date; populations, types and grants as on this day; NULL = the latest
--          known_by      date; only what was known on or before it; NULL = everything
--          programme     programme code, whose last day it is when no day is chosen; NULL = all
--          municipality  municipality code; NULL = none
-- returns  one row per similar municipality: six nearest in population, three nearest that took part or got a grant
--          municipality_code  code     similar municipality, still there on the day
--          name_fi            text     name in Finnish
--          name_sv            text     name in Swedish
--          name_en            text     name in English
--          region_code        code     region on the day
--          region_fi          text     region in Finnish
--          region_sv          text     region in Swedish
--          region_en          text     region in English
--          is_same_region     boolean  in the same region as the municipality
--          inhabitants        count    population on the day: see counted_on
--          counted_on         date     the last count by the day, or by the programme's last day; or the first later
--          class_code         code     type, the same for all rows
--          size_class_code    code     size class, the same for all rows
--          is_nearest         boolean  among the six nearest in population
--          is_participant     boolean  named as a participant of a programme
--          grants             count    grants in which it is a recipient, own and joint, of any programme
--          source_ids         text     ids of the sources used, space between
-- with     home_regions, division, populations, localities

WITH received AS (
    SELECT
        grant_recipients.recipient_code AS municipality_code,
        count(DISTINCT grant_recipients.grant_id) AS grants
    FROM grant_recipients
    INNER JOIN grants
        ON grant_recipients.grant_id = grants.grant_id
    WHERE
        grant_recipients.recipient_kind = 'municipality'
        AND coalesce(grants.decided_latest <= $as_of, true)
        AND coalesce(grants.known_since <= $known_by, true)
    GROUP BY grant_recipients.recipient_code
),

taking_part AS (
    SELECT DISTINCT participants.participant_code AS municipality_code
    FROM participants
    WHERE
        participants.participant_kind = 'municipality'
        AND coalesce(coalesce(participants.joined_latest, participants.known_since) <= $as_of, true)
        AND coalesce(participants.known_since <= $known_by, true)
),

peers AS (
    SELECT
        localities.municipality_code,
        localities.name_fi,
        localities.name_sv,
        localities.name_en,
        localities.region_code,
        localities.region_fi,
        localities.region_sv,
        localities.region_en,
        coalesce(localities.region_code = own.region_code, false) AS is_same_region,
        localities.inhabitants,
        localities.counted_on,
        localities.class_code,
        localities.size_class_code,
        taking_part.municipality_code IS NOT NULL AS is_participant,
        coalesce(received.grants, 0) AS grants,
        concat_ws(' ', localities.source_id, localities.counted_source_id, localities.size_class_source_id)
            AS source_ids,
        abs(localities.inhabitants - own.inhabitants) AS distance
    FROM localities
    INNER JOIN localities AS own
        ON
            localities.size_class_code = own.size_class_code
            AND localities.class_code = own.class_code
            AND localities.municipality_code <> own.municipality_code
    LEFT JOIN received
        ON localities.municipality_code = received.municipality_code
    LEFT JOIN taking_part
        ON localities.municipality_code = taking_part.municipality_code
    WHERE
        own.municipality_code = $municipality
        AND (localities.valid_to IS NULL OR coalesce(localities.valid_to >= $as_of, false))
),

ordered AS (
    SELECT
        peers.municipality_code,
        row_number() OVER (ORDER BY peers.distance, peers.municipality_code) AS nearest,
        row_number() OVER (
            PARTITION BY peers.is_participant OR peers.grants > 0
            ORDER BY peers.distance, peers.municipality_code
        ) AS nearest_of_kind
    FROM peers
)

SELECT
    peers.municipality_code,
    peers.name_fi,
    peers.name_sv,
    peers.name_en,
    peers.region_code,
    peers.region_fi,
    peers.region_sv,
    peers.region_en,
    peers.is_same_region,
    peers.inhabitants,
    peers.counted_on,
    peers.class_code,
    peers.size_class_code,
    ordered.nearest <= 6 AS is_nearest,
    peers.is_participant,
    peers.grants,
    peers.source_ids
FROM peers
INNER JOIN ordered
    ON peers.municipality_code = ordered.municipality_code
WHERE
    ordered.nearest <= 6
    OR (ordered.nearest_of_kind <= 3 AND (peers.is_participant OR peers.grants > 0))
ORDER BY peers.name_fi, peers.municipality_code
