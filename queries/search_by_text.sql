-- What is found by a reader's own words, by text?
--
-- params   q  text; the words looked for, in any language; NULL = nothing
-- returns  one row per hit, the best first and at most 50; when nothing is found, the five nearest names (match near)
--          place        count  order of the hit, from 1
--          hit_kind     code   municipality, region, city_region, grant, experiment, programme or term
--          code         code   what was found
--          name_fi      text   name in Finnish; NULL = not stated
--          name_sv      text   name in Swedish; NULL = not stated
--          name_en      text   name in English; NULL = not stated
--          about_fi     text   what tells it apart, in Finnish: region, recipients, summary or definition; NULL = none
--          about_sv     text   the same in Swedish
--          about_en     text   the same in English
--          region_code  code   region of a place, latest; NULL = not a place
--          match_code   code   exact, prefix, word, part or typo; near = not a hit
--          source_ids   text   ids of the sources used, space between

WITH asked AS (
    SELECT
        plain.text,
        CASE WHEN length(plain.text) < 5 THEN 0 WHEN length(plain.text) < 9 THEN 1 ELSE 2 END AS typos
    FROM (
        SELECT trim(regexp_replace(lower(strip_accents($q)), '[^a-z0-9]+', ' ', 'g')) AS text
    ) AS plain
    WHERE plain.text <> ''
),

tokens AS (
    SELECT
        split.token,
        CASE
            WHEN length(split.token) < 4 OR NOT regexp_matches(split.token, '[a-z]') THEN 0
            WHEN length(split.token) < 9 THEN 1
            ELSE 2
        END AS typos
    FROM (
        SELECT DISTINCT unnest(string_split(asked.text, ' ')) AS token
        FROM asked
    ) AS split
),

recipients AS (
    SELECT
        grant_recipients.grant_id,
        string_agg(
            coalesce(municipalities.name_fi, city_regions.name_fi),
            ', ' ORDER BY
                grant_recipients.recipient_role,
                grant_recipients.recipient_kind,
                grant_recipients.recipient_code
        ) AS about_fi,
        string_agg(
            coalesce(municipalities.name_sv, city_regions.name_sv),
            ', ' ORDER BY
                grant_recipients.recipient_role,
                grant_recipients.recipient_kind,
                grant_recipients.recipient_code
        ) AS about_sv,
        string_agg(
            coalesce(municipalities.name_en, city_regions.name_en),
            ', ' ORDER BY
                grant_recipients.recipient_role,
                grant_recipients.recipient_kind,
                grant_recipients.recipient_code
        ) AS about_en
    FROM grant_recipients
    LEFT JOIN municipalities
        ON
            grant_recipients.recipient_kind = 'municipality'
            AND grant_recipients.recipient_code = municipalities.municipality_code
    LEFT JOIN city_regions
        ON
            grant_recipients.recipient_kind = 'city_region'
            AND grant_recipients.recipient_code = city_regions.city_region_code
    GROUP BY grant_recipients.grant_id
),

told AS (
    SELECT
        experiments.experiment_code,
        experiments.title_fi,
        experiments.title_sv,
        experiments.title_en,
        experiments.change_fi,
        experiments.change_sv,
        experiments.change_en,
        experiments.source_id,
        row_number() OVER (
            PARTITION BY experiments.experiment_code
            ORDER BY experiments.known_since DESC, experiments.state_latest DESC NULLS LAST
        ) AS place
    FROM experiments
),

homes AS (
    SELECT
        municipality_regions.municipality_code,
        municipality_regions.region_code,
        row_number() OVER (
            PARTITION BY municipality_regions.municipality_code
            ORDER BY municipality_regions.valid_from DESC
        ) AS place
    FROM municipality_regions
),

entries AS (
    SELECT
        'municipality' AS hit_kind,
        municipalities.municipality_code AS code,
        municipalities.name_fi AS name_fi,
        municipalities.name_sv AS name_sv,
        municipalities.name_en AS name_en,
        regions.name_fi AS about_fi,
        regions.name_sv AS about_sv,
        regions.name_en AS about_en,
        homes.region_code AS region_code,
        municipalities.source_id AS source_id
    FROM municipalities
    LEFT JOIN homes
        ON
            municipalities.municipality_code = homes.municipality_code
            AND homes.place = 1
    LEFT JOIN regions
        ON homes.region_code = regions.region_code
    UNION ALL
    SELECT
        'region' AS hit_kind,
        regions.region_code AS code,
        regions.name_fi AS name_fi,
        regions.name_sv AS name_sv,
        regions.name_en AS name_en,
        CAST(NULL AS VARCHAR) AS about_fi,
        CAST(NULL AS VARCHAR) AS about_sv,
        CAST(NULL AS VARCHAR) AS about_en,
        regions.region_code AS region_code,
        regions.source_id AS source_id
    FROM regions
    UNION ALL
    SELECT
        'city_region' AS hit_kind,
        city_regions.city_region_code AS code,
        city_regions.name_fi AS name_fi,
        city_regions.name_sv AS name_sv,
        city_regions.name_en AS name_en,
        regions.name_fi AS about_fi,
        regions.name_sv AS about_sv,
        regions.name_en AS about_en,
        city_regions.region_code AS region_code,
        city_regions.source_id AS source_id
    FROM city_regions
    INNER JOIN regions
        ON city_regions.region_code = regions.region_code
    UNION ALL
    SELECT
        'grant' AS hit_kind,
        grants.grant_id AS code,
        grants.title_fi AS name_fi,
        grants.title_sv AS name_sv,
        grants.title_en AS name_en,
        recipients.about_fi AS about_fi,
        recipients.about_sv AS about_sv,
        recipients.about_en AS about_en,
        CAST(NULL AS VARCHAR) AS region_code,
        grants.source_id AS source_id
    FROM grants
    LEFT JOIN recipients
        ON grants.grant_id = recipients.grant_id
    UNION ALL
    SELECT
        'experiment' AS hit_kind,
        told.experiment_code AS code,
        told.title_fi AS name_fi,
        told.title_sv AS name_sv,
        told.title_en AS name_en,
        told.change_fi AS about_fi,
        told.change_sv AS about_sv,
        told.change_en AS about_en,
        CAST(NULL AS VARCHAR) AS region_code,
        told.source_id AS source_id
    FROM told
    WHERE told.place = 1
    UNION ALL
    SELECT
        'programme' AS hit_kind,
        programmes.programme_code AS code,
        programmes.name_fi AS name_fi,
        programmes.name_sv AS name_sv,
        programmes.name_en AS name_en,
        programmes.summary_fi AS about_fi,
        programmes.summary_sv AS about_sv,
        programmes.summary_en AS about_en,
        CAST(NULL AS VARCHAR) AS region_code,
        programmes.source_id AS source_id
    FROM programmes
    UNION ALL
    SELECT
        'term' AS hit_kind,
        terms.term_code AS code,
        terms.name_fi AS name_fi,
        terms.name_sv AS name_sv,
        terms.name_en AS name_en,
        terms.definition_fi AS about_fi,
        terms.definition_sv AS about_sv,
        terms.definition_en AS about_en,
        CAST(NULL AS VARCHAR) AS region_code,
        terms.source_id AS source_id
    FROM terms
),

spoken AS (
    SELECT
        entries.hit_kind AS hit_kind,
        entries.code AS code,
        true AS is_name,
        entries.name_fi AS text
    FROM entries
    UNION
    SELECT
        entries.hit_kind AS hit_kind,
        entries.code AS code,
        true AS is_name,
        entries.name_sv AS text
    FROM entries
    UNION
    SELECT
        entries.hit_kind AS hit_kind,
        entries.code AS code,
        true AS is_name,
        entries.name_en AS text
    FROM entries
    UNION
    SELECT
        entries.hit_kind AS hit_kind,
        entries.code AS code,
        true AS is_name,
        entries.code AS text
    FROM entries
    WHERE entries.hit_kind IN ('municipality', 'grant', 'programme')
    UNION
    SELECT
        entries.hit_kind AS hit_kind,
        entries.code AS code,
        false AS is_name,
        entries.about_fi AS text
    FROM entries
    WHERE entries.hit_kind IN ('grant', 'experiment', 'programme')
    UNION
    SELECT
        entries.hit_kind AS hit_kind,
        entries.code AS code,
        false AS is_name,
        entries.about_sv AS text
    FROM entries
    WHERE entries.hit_kind IN ('grant', 'experiment', 'programme')
    UNION
    SELECT
        entries.hit_kind AS hit_kind,
        entries.code AS code,
        false AS is_name,
        entries.about_en AS text
    FROM entries
    WHERE entries.hit_kind IN ('grant', 'experiment', 'programme')
    UNION
    SELECT
        'experiment' AS hit_kind,
        experiment_members.experiment_code AS code,
        false AS is_name,
        concat_ws(
            ' ',
            municipalities.name_fi, municipalities.name_sv,
            city_regions.name_fi, city_regions.name_sv,
            regions.name_fi, regions.name_sv
        ) AS text
    FROM experiment_members
    LEFT JOIN municipalities
        ON
            experiment_members.participant_kind = 'municipality'
            AND experiment_members.participant_code = municipalities.municipality_code
    LEFT JOIN city_regions
        ON
            experiment_members.participant_kind = 'city_region'
            AND experiment_members.participant_code = city_regions.city_region_code
    LEFT JOIN regions
        ON
            experiment_members.participant_kind = 'region'
            AND experiment_members.participant_code = regions.region_code
),

texts AS (
    SELECT
        spoken.hit_kind,
        spoken.code,
        spoken.is_name,
        trim(regexp_replace(lower(strip_accents(spoken.text)), '[^a-z0-9]+', ' ', 'g')) AS text
    FROM spoken
    WHERE spoken.text IS NOT NULL
),

words AS (
    SELECT DISTINCT
        texts.hit_kind,
        texts.code,
        texts.is_name,
        unnest(string_split(texts.text, ' ')) AS word
    FROM texts
),

whole AS (
    SELECT
        texts.hit_kind,
        texts.code,
        min(
            CASE
                WHEN texts.text = asked.text THEN 1
                WHEN starts_with(texts.text, asked.text) THEN 2
                WHEN
                    abs(length(texts.text) - length(asked.text)) <= asked.typos
                    AND damerau_levenshtein(texts.text, asked.text) <= asked.typos
                    THEN 5
            END
        ) AS rung,
        max(jaro_winkler_similarity(texts.text, asked.text)) AS likeness
    FROM texts
    CROSS JOIN asked
    WHERE texts.is_name
    GROUP BY
        texts.hit_kind,
        texts.code
),

met AS (
    SELECT
        words.hit_kind,
        words.code,
        tokens.token,
        min(
            CASE
                WHEN starts_with(words.word, tokens.token) THEN 3
                WHEN words.is_name AND length(tokens.token) > 2 AND contains(words.word, tokens.token) THEN 4
                WHEN
                    words.is_name
                    AND abs(length(words.word) - length(tokens.token)) <= tokens.typos
                    AND damerau_levenshtein(words.word, tokens.token) <= tokens.typos
                    THEN 5
            END
        ) AS rung
    FROM words
    CROSS JOIN tokens
    GROUP BY
        words.hit_kind,
        words.code,
        tokens.token
),

every_word AS (
    SELECT
        met.hit_kind,
        met.code,
        CASE WHEN count(met.rung) = count(*) THEN max(met.rung) END AS rung
    FROM met
    GROUP BY
        met.hit_kind,
        met.code
),

ranked AS (
    SELECT
        whole.hit_kind,
        whole.code,
        least(whole.rung, every_word.rung) AS rung,
        whole.likeness
    FROM whole
    INNER JOIN every_word
        ON
            whole.hit_kind = every_word.hit_kind
            AND whole.code = every_word.code
),

nearest AS (
    SELECT
        ranked.hit_kind,
        ranked.code,
        ranked.rung,
        ranked.likeness,
        count(ranked.rung) OVER () AS hits,
        row_number() OVER (ORDER BY ranked.likeness DESC, ranked.hit_kind ASC, ranked.code ASC) AS likest
    FROM ranked
),

listed AS (
    SELECT
        nearest.hit_kind,
        nearest.code,
        coalesce(nearest.rung, 6) AS rung
    FROM nearest
    WHERE
        nearest.rung IS NOT NULL
        OR (nearest.hits = 0 AND nearest.likest <= 5 AND nearest.likeness >= 0.7)
),

numbered AS (
    SELECT
        row_number() OVER (
            ORDER BY listed.rung, entries.name_fi NULLS LAST, entries.hit_kind, entries.code
        ) AS place,
        entries.hit_kind,
        entries.code,
        entries.name_fi,
        entries.name_sv,
        entries.name_en,
        entries.about_fi,
        entries.about_sv,
        entries.about_en,
        entries.region_code,
        CASE listed.rung
            WHEN 1 THEN 'exact'
            WHEN 2 THEN 'prefix'
            WHEN 3 THEN 'word'
            WHEN 4 THEN 'part'
            WHEN 5 THEN 'typo'
            ELSE 'near'
        END AS match_code,
        entries.source_id AS source_ids
    FROM listed
    INNER JOIN entries
        ON
            listed.hit_kind = entries.hit_kind
            AND listed.code = entries.code
)

SELECT
    numbered.place,
    numbered.hit_kind,
    numbered.code,
    numbered.name_fi,
    numbered.name_sv,
    numbered.name_en,
    numbered.about_fi,
    numbered.about_sv,
    numbered.about_en,
    numbered.region_code,
    numbered.match_code,
    numbered.source_ids
FROM numbered
WHERE numbered.place <= 50
ORDER BY numbered.place
