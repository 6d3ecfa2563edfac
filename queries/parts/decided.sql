-- The grants decided by the chosen day, with what was awarded, returned and known of them.
SELECT
    grants.grant_id,
    grants.programme_code,
    grants.round_code,
    grants.theme_code,
    states.status_code,
    states.return_state,
    states.returned_eur,
    grants.is_joint,
    grants.partners_state,
    grants.decided_latest,
    grants.source_id,
    grants.announced_source_id,
    awards.source_id AS award_source_id,
    awards.awarded_eur,
    awards.at_most_eur,
    bands.band_code
FROM grants
INNER JOIN awards
    ON grants.grant_id = awards.grant_id
INNER JOIN states
    ON grants.grant_id = states.grant_id
LEFT JOIN bands
    ON
        awards.awarded_eur >= bands.band_from_eur
        AND coalesce(awards.awarded_eur < bands.band_to_eur, true)
WHERE
    coalesce(grants.decided_latest <= $as_of, true)
    AND coalesce(grants.known_since <= $known_by, true)
    AND coalesce(grants.programme_code = $programme, true)
