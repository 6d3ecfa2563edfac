-- Each experiment as it was last told of by then; place 1 counts.
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
