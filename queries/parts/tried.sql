-- Each experiment as it was last told of by then; place 1 counts.
SELECT
    experiments.experiment_code,
    experiments.theme_code,
    experiments.title_fi,
    experiments.title_sv,
    experiments.title_en,
    experiments.result_fi,
    experiments.result_sv,
    experiments.result_en,
    experiments.state_code,
    experiments.use_code,
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
