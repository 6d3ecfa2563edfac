-- What kind of result did the experiments seek, and of how many is the outcome told, by theme?
--
-- params   as_of      date; what held on it; NULL = everything
--          known_by   date; only what was known on or before it; NULL = everything
--          programme  programme code; NULL = all
-- returns  one row per theme and kind of result that an experiment sought
--          theme_code        code   theme, our own classification; NULL = not stated
--          result_kind_code  code   kind of result sought, our own classification
--          experiments       count  experiments
--          told_outcomes     count  experiments whose outcome a source tells
--          source_ids        text   ids of the sources used, space between
-- with     tried

SELECT
    tried.theme_code,
    coalesce(experiment_results.result_kind_code, 'not_told') AS result_kind_code,
    count(*) AS experiments,
    count(*) FILTER (WHERE tried.state_code <> 'not_stated') AS told_outcomes,
    string_agg(DISTINCT tried.source_id, ' ' ORDER BY tried.source_id) AS source_ids
FROM tried
LEFT JOIN experiment_results
    ON tried.experiment_code = experiment_results.experiment_code
WHERE tried.place = 1
GROUP BY
    tried.theme_code,
    coalesce(experiment_results.result_kind_code, 'not_told')
ORDER BY tried.theme_code NULLS LAST, result_kind_code
