-- The themes of each participant: those of its experiments, or its own when it is in none.
SELECT DISTINCT
    joined.participant_kind,
    joined.participant_code,
    coalesce(experiments.theme_code, joined.theme_code) AS theme_code
FROM joined
LEFT JOIN experiment_members
    ON
        joined.participant_kind = experiment_members.participant_kind
        AND joined.participant_code = experiment_members.participant_code
LEFT JOIN experiments
    ON
        experiment_members.experiment_code = experiments.experiment_code
        AND joined.programme_code = experiments.programme_code
        AND coalesce(experiments.known_since <= $known_by, true)
