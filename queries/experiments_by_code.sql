-- What was tried, by whom and with what result, by experiment?
--
-- params   as_of         date; what held on it; an experiment counts from its grant or its naming; NULL = everything
--          known_by      date; only what was known on or before it; NULL = everything
--          programme     programme code; NULL = all
--          theme         theme code, or not_stated; NULL = all
--          region        region code; an experiment with anybody there; NULL = all
--          municipality  municipality code; an experiment in which it takes part; NULL = all
--          experiment    experiment code; NULL = all
-- returns  one row per experiment, as it was last told of by then
--          experiment_code     code  experiment
--          programme_code      code  programme
--          grant_id            code  grant that paid for it; NULL = none known
--          theme_code          code  theme, our own classification; NULL = not stated
--          title_fi            text  title in Finnish
--          title_sv            text  title in Swedish
--          title_en            text  title in English
--          question_fi         text  what was to be found out or solved, in Finnish; NULL = not stated
--          question_sv         text  the same in Swedish
--          question_en         text  the same in English
--          change_fi           text  what was, or was to be, changed or built, in Finnish; NULL = not stated
--          change_sv           text  the same in Swedish
--          change_en           text  the same in English
--          result_fi           text  what came out, in Finnish; NULL = not stated
--          result_sv           text  the same in Swedish
--          result_en           text  the same in English
--          lesson_fi           text  what was learnt, in Finnish; NULL = not stated
--          lesson_sv           text  the same in Swedish
--          lesson_en           text  the same in English
--          state_code          code  state
--          state_earliest      date  the state began on it at the earliest
--          state_latest        date  the state began on it at the latest
--          nature_code         code  experiment or ordinary development, as the source says
--          use_code            code  still in use
--          use_checked_on      date  day on which the use was checked; NULL = not checked
--          evidence_code       code  what the entry rests on
--          members_fi          text  who took part in Finnish, comma between
--          members_sv          text  the same in Swedish
--          members_en          text  the same in English
--          municipality_codes  text  codes of the municipalities among them, space between; NULL = none
--          known_since         date  known like this from this day
--          source_ids          text  ids of the sources used, space between
-- with     members

WITH told AS (
    SELECT
        experiments.experiment_code,
        experiments.programme_code,
        experiments.grant_id,
        experiments.theme_code,
        experiments.title_fi,
        experiments.title_sv,
        experiments.title_en,
        experiments.question_fi,
        experiments.question_sv,
        experiments.question_en,
        experiments.change_fi,
        experiments.change_sv,
        experiments.change_en,
        experiments.result_fi,
        experiments.result_sv,
        experiments.result_en,
        experiments.lesson_fi,
        experiments.lesson_sv,
        experiments.lesson_en,
        experiments.state_code,
        experiments.state_earliest,
        experiments.state_latest,
        experiments.nature_code,
        experiments.use_code,
        experiments.use_checked_on,
        experiments.evidence_code,
        experiments.known_since,
        experiments.announced_source_id,
        experiments.source_id,
        row_number() OVER (
            PARTITION BY experiments.experiment_code
            ORDER BY experiments.state_latest DESC NULLS LAST, experiments.known_since DESC
        ) AS place
    FROM experiments
    WHERE
        coalesce(experiments.state_latest <= $as_of, true)
        AND coalesce(experiments.known_since <= $known_by, true)
        AND coalesce(experiments.programme_code = $programme, true)
),

named AS (
    SELECT
        members.experiment_code,
        string_agg(members.name_fi, ', ' ORDER BY members.name_fi) AS members_fi,
        string_agg(members.name_sv, ', ' ORDER BY members.name_sv) AS members_sv,
        string_agg(members.name_en, ', ' ORDER BY members.name_en) AS members_en,
        string_agg(members.participant_code, ' ' ORDER BY members.participant_code)
        FILTER (WHERE members.participant_kind = 'municipality') AS municipality_codes
    FROM members
    GROUP BY members.experiment_code
)

SELECT
    told.experiment_code,
    told.programme_code,
    told.grant_id,
    told.theme_code,
    told.title_fi,
    told.title_sv,
    told.title_en,
    told.question_fi,
    told.question_sv,
    told.question_en,
    told.change_fi,
    told.change_sv,
    told.change_en,
    told.result_fi,
    told.result_sv,
    told.result_en,
    told.lesson_fi,
    told.lesson_sv,
    told.lesson_en,
    told.state_code,
    told.state_earliest,
    told.state_latest,
    told.nature_code,
    told.use_code,
    told.use_checked_on,
    told.evidence_code,
    named.members_fi,
    named.members_sv,
    named.members_en,
    named.municipality_codes,
    told.known_since,
    concat_ws(' ', told.source_id, told.announced_source_id) AS source_ids
FROM told
LEFT JOIN named
    ON told.experiment_code = named.experiment_code
WHERE
    told.place = 1
    AND coalesce(coalesce(told.theme_code, 'not_stated') = $theme, true)
    AND coalesce(told.experiment_code = $experiment, true)
    AND (
        $region IS NULL
        OR told.experiment_code IN (
            SELECT members.experiment_code
            FROM members
            WHERE members.region_code = $region
        )
    )
    AND (
        $municipality IS NULL
        OR told.experiment_code IN (
            SELECT members.experiment_code
            FROM members
            WHERE members.participant_kind = 'municipality' AND members.participant_code = $municipality
        )
    )
ORDER BY told.title_fi, told.experiment_code
