-- The newest row of each experiment; place 1.
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
