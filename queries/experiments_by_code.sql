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
-- with     tried, place_names, members

WITH named AS (
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
    tried.experiment_code,
    tried.programme_code,
    tried.grant_id,
    tried.theme_code,
    tried.title_fi,
    tried.title_sv,
    tried.title_en,
    tried.question_fi,
    tried.question_sv,
    tried.question_en,
    tried.change_fi,
    tried.change_sv,
    tried.change_en,
    tried.result_fi,
    tried.result_sv,
    tried.result_en,
    tried.lesson_fi,
    tried.lesson_sv,
    tried.lesson_en,
    tried.state_code,
    tried.state_earliest,
    tried.state_latest,
    tried.nature_code,
    tried.use_code,
    tried.use_checked_on,
    tried.evidence_code,
    named.members_fi,
    named.members_sv,
    named.members_en,
    named.municipality_codes,
    tried.known_since,
    concat_ws(' ', tried.source_id, tried.announced_source_id) AS source_ids
FROM tried
LEFT JOIN named
    ON tried.experiment_code = named.experiment_code
WHERE
    tried.place = 1
    AND coalesce(coalesce(tried.theme_code, 'not_stated') = $theme, true)
    AND coalesce(tried.experiment_code = $experiment, true)
    AND (
        $region IS NULL
        OR tried.experiment_code IN (
            SELECT members.experiment_code
            FROM members
            WHERE members.region_code = $region
        )
    )
    AND (
        $municipality IS NULL
        OR tried.experiment_code IN (
            SELECT members.experiment_code
            FROM members
            WHERE members.participant_kind = 'municipality' AND members.participant_code = $municipality
        )
    )
ORDER BY tried.title_fi, tried.experiment_code
