-- Every grant in view held against every criterion: by a rule where facts allow it, else as it was read, else not.
SELECT
    grants.grant_id,
    grants.programme_code,
    grants.round_code,
    grants.title_fi,
    grants.title_sv,
    grants.title_en,
    targeting_rules.criterion_code,
    targeting_rules.text_fi,
    targeting_rules.text_sv,
    targeting_rules.text_en,
    targeting_rules.source_id AS rule_source_id,
    grants.source_id,
    awards.awarded_eur,
    awards.at_most_eur,
    grant_judgements.grounds_fi,
    grant_judgements.grounds_sv,
    grant_judgements.grounds_en,
    CASE
        WHEN targeting_rules.criterion_code = 'cooperation' AND grants.is_joint THEN 'met'
        WHEN targeting_rules.criterion_code = 'cooperation' AND grants.partners_state = 'none' THEN 'not_met'
        WHEN
            targeting_rules.criterion_code = 'size' AND grants.partners_state <> 'not_named'
            AND recipient_sizes.first_class <> recipient_sizes.last_class
            THEN 'size_mixed'
        WHEN targeting_rules.criterion_code = 'size' AND grants.partners_state <> 'not_named'
            THEN coalesce('size_' || recipient_sizes.first_class, 'cannot_be_judged')
        ELSE coalesce(grant_judgements.judgement_code, 'cannot_be_judged')
    END AS judgement_code
FROM grants
CROSS JOIN targeting_rules
INNER JOIN awards
    ON grants.grant_id = awards.grant_id
LEFT JOIN recipient_sizes
    ON grants.grant_id = recipient_sizes.grant_id
LEFT JOIN grant_judgements
    ON
        grants.grant_id = grant_judgements.grant_id
        AND targeting_rules.criterion_code = grant_judgements.criterion_code
        AND coalesce(grant_judgements.known_since <= $known_by, true)
WHERE
    coalesce(targeting_rules.known_since <= $known_by, true)
    AND coalesce(grants.decided_latest <= $as_of, true)
    AND coalesce(grants.known_since <= $known_by, true)
    AND coalesce(grants.programme_code = $programme, true)
    AND coalesce(grants.round_code = $round, true)
