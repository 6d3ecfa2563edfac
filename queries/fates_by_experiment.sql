-- What became of the results of each experiment, by experiment?
--
-- params   as_of      date; what held on it; NULL = everything
--          known_by   date; only what was known on or before it; NULL = everything
--          programme  programme code; NULL = all
-- returns  one row per experiment
--          experiment_code  code  experiment
--          title_fi         text  title in Finnish
--          title_sv         text  title in Swedish
--          title_en         text  title in English
--          theme_code       code  theme, our own classification; NULL = not stated
--          state_code       code  state
--          fate_code        code  in use, spread, unused, no result, or not stated
--          result_fi        text  what came out, in Finnish; NULL = not stated
--          result_sv        text  the same in Swedish
--          result_en        text  the same in English
--          source_ids       text  ids of the sources used, space between
-- with     tried

SELECT
    tried.experiment_code,
    tried.title_fi,
    tried.title_sv,
    tried.title_en,
    tried.theme_code,
    tried.state_code,
    CASE WHEN tried.state_code = 'not_carried_out' THEN 'no_result' ELSE tried.use_code END AS fate_code,
    tried.result_fi,
    tried.result_sv,
    tried.result_en,
    tried.source_id AS source_ids
FROM tried
WHERE tried.place = 1
ORDER BY tried.experiment_code
