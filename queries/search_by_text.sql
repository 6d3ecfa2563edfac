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
-- with     asked, tokens, place_names, grant_names, newest_experiments, newest_homes,
--          findable, spoken

WITH texts AS (
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
            ORDER BY listed.rung, findable.name_fi NULLS LAST, findable.hit_kind, findable.code
        ) AS place,
        findable.hit_kind,
        findable.code,
        findable.name_fi,
        findable.name_sv,
        findable.name_en,
        findable.about_fi,
        findable.about_sv,
        findable.about_en,
        findable.region_code,
        CASE listed.rung
            WHEN 1 THEN 'exact'
            WHEN 2 THEN 'prefix'
            WHEN 3 THEN 'word'
            WHEN 4 THEN 'part'
            WHEN 5 THEN 'typo'
            ELSE 'near'
        END AS match_code,
        findable.source_id AS source_ids
    FROM listed
    INNER JOIN findable
        ON
            listed.hit_kind = findable.hit_kind
            AND listed.code = findable.code
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
