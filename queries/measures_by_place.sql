-- What is known of each place that the map shows: its role, theme, grants, euros and inhabitants?
--
-- params   as_of         date; grants decided by then, municipalities of that day; NULL = the programme's last day
--          known_by      date; only what was known on or before it; NULL = everything
--          programme     programme code; NULL = all
--          round         round code; NULL = all
--          theme         theme code, or not_stated; NULL = all
--          region        region code; NULL = all
--          municipality  municipality code; only grants with that recipient; NULL = all
--          role          role code; NULL = all
--          status        status code; NULL = all
--          band          amount band code; NULL = all
--          joint         lead|equal|undivided; where a joint grant counts; NULL = lead
-- returns  one row per municipality of the division, and per city region, region or joint grant that counts by itself
--          place_kind      code     municipality, city_region, region, or joint_grant when not divided
--          place_code      code     municipality, city region, region or grant
--          name_fi         text     name of the place, or title of the joint grant, in Finnish
--          name_sv         text     the same in Swedish
--          name_en         text     the same in English
--          region_code     code     region on the day of the division; NULL = several or not stated
--          role_code       code     role in the programme; NULL = not named as a participant
--          theme_code      code     theme of its experiments, own classification; NULL = not stated or several
--          themes          count    how many themes its experiments have
--          grants          count    grants in which it is a recipient, joint ones too
--          joint_grants    count    joint grants among them
--          lead_grants     count    grants in which it is the lead or the only recipient
--          awarded_eur     EUR      awarded; adds up to the same in every joint mode; NULL = none or not stated
--          at_most_eur     EUR      awarded at most: ceilings, never part of awarded_eur; NULL = none
--          is_calculated   boolean  true = has an equal split, our calculation; NULL = no amount
--          inhabitants     count    population; NULL = not known
--          counted_on      date     day of the population
--          per_inhabitant_eur  EUR  awarded_eur divided by inhabitants
--          is_outside      boolean  true = outside the chosen region, theme or role
--          division_on     date     the day whose municipalities these are
--          source_ids      text     ids of the sources used, space between
-- cube     place_kind, place_code
-- with     awards, returns, states, bands, places, decided, chosen, evidence, divisions, shares, spans, allocations,
--          division, successors, people, present, named, money, place_names, standing, joined, themes

WITH involved AS (
    SELECT
        present.recipient_kind,
        present.recipient_code,
        count(DISTINCT chosen.grant_id) AS grants,
        count(DISTINCT CASE WHEN chosen.is_joint THEN chosen.grant_id END) AS joint_grants,
        count(DISTINCT CASE WHEN present.recipient_role = 'lead' THEN chosen.grant_id END) AS lead_grants
    FROM chosen
    INNER JOIN present
        ON chosen.grant_id = present.grant_id
    GROUP BY
        present.recipient_kind,
        present.recipient_code
),

tried AS (
    SELECT
        themes.participant_kind,
        coalesce(successors.municipality_code, themes.participant_code) AS participant_code,
        count(DISTINCT themes.theme_code) AS themes,
        CASE WHEN count(DISTINCT themes.theme_code) = 1 THEN min(themes.theme_code) END AS theme_code,
        bool_or(coalesce(themes.theme_code, 'not_stated') = $theme) AS is_chosen
    FROM themes
    LEFT JOIN successors
        ON
            themes.participant_kind = 'municipality'
            AND themes.participant_code = successors.former_code
    GROUP BY
        themes.participant_kind,
        coalesce(successors.municipality_code, themes.participant_code)
),

known_places AS (
    SELECT
        standing.place_kind,
        standing.place_code,
        standing.name_fi,
        standing.name_sv,
        standing.name_en,
        standing.region_code,
        named.role_code,
        tried.theme_code,
        coalesce(tried.themes, 0) AS themes,
        coalesce(involved.grants, CASE WHEN standing.place_kind = 'joint_grant' THEN 1 ELSE 0 END) AS grants,
        coalesce(involved.joint_grants, CASE WHEN standing.place_kind = 'joint_grant' THEN 1 ELSE 0 END)
            AS joint_grants,
        coalesce(involved.lead_grants, 0) AS lead_grants,
        money.awarded_eur,
        money.at_most_eur,
        money.is_calculated,
        people.inhabitants,
        people.counted_on,
        division.division_on,
        coalesce($region <> standing.region_code AND involved.grants IS NULL, false)
        OR coalesce($role <> coalesce(named.role_code, ''), false)
        OR ($theme IS NOT NULL AND NOT coalesce(tried.is_chosen, false) AND involved.grants IS NULL)
            AS is_outside
    FROM standing
    CROSS JOIN division
    LEFT JOIN involved
        ON
            standing.place_kind = involved.recipient_kind
            AND standing.place_code = involved.recipient_code
    LEFT JOIN money
        ON
            standing.place_kind = money.recipient_kind
            AND standing.place_code = money.recipient_code
    LEFT JOIN named
        ON
            standing.place_kind = named.participant_kind
            AND standing.place_code = named.participant_code
            AND named.place = 1
    LEFT JOIN tried
        ON
            standing.place_kind = tried.participant_kind
            AND standing.place_code = tried.participant_code
    LEFT JOIN people
        ON
            standing.place_kind = 'municipality'
            AND standing.place_code = people.municipality_code
            AND people.place = 1
    WHERE
        standing.place_kind IN ('municipality', 'joint_grant')
        OR involved.grants IS NOT NULL
        OR named.participant_code IS NOT NULL
),

documents AS (
    SELECT
        standing.place_kind AS place_kind,
        standing.place_code AS place_code,
        standing.source_id AS source_id
    FROM standing
    UNION
    SELECT
        'municipality' AS place_kind,
        people.municipality_code AS place_code,
        people.source_id AS source_id
    FROM people
    WHERE people.place = 1
    UNION
    SELECT
        named.participant_kind AS place_kind,
        named.participant_code AS place_code,
        named.source_id AS source_id
    FROM named
    UNION
    SELECT
        present.recipient_kind AS place_kind,
        present.recipient_code AS place_code,
        evidence.source_id AS source_id
    FROM present
    INNER JOIN chosen
        ON present.grant_id = chosen.grant_id
    INNER JOIN evidence
        ON chosen.grant_id = evidence.grant_id
),

told AS (
    SELECT
        documents.place_kind,
        documents.place_code,
        string_agg(DISTINCT documents.source_id, ' ' ORDER BY documents.source_id) AS source_ids
    FROM documents
    GROUP BY
        documents.place_kind,
        documents.place_code
)

SELECT
    known_places.place_kind,
    known_places.place_code,
    known_places.name_fi,
    known_places.name_sv,
    known_places.name_en,
    known_places.region_code,
    known_places.role_code,
    known_places.theme_code,
    known_places.themes,
    known_places.grants,
    known_places.joint_grants,
    known_places.lead_grants,
    CASE WHEN NOT known_places.is_outside THEN known_places.awarded_eur END AS awarded_eur,
    CASE WHEN NOT known_places.is_outside THEN known_places.at_most_eur END AS at_most_eur,
    CASE WHEN NOT known_places.is_outside THEN known_places.is_calculated END AS is_calculated,
    known_places.inhabitants,
    known_places.counted_on,
    CASE
        WHEN NOT known_places.is_outside
            THEN CAST(known_places.awarded_eur / known_places.inhabitants AS DECIMAL(16, 2))
    END AS per_inhabitant_eur,
    known_places.is_outside,
    known_places.division_on,
    told.source_ids
FROM known_places
INNER JOIN told
    ON
        known_places.place_kind = told.place_kind
        AND known_places.place_code = told.place_code
ORDER BY known_places.place_kind, known_places.place_code
