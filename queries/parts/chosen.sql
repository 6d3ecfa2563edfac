-- The grants that the reader has chosen of those decided.
SELECT
    decided.grant_id,
    decided.programme_code,
    decided.round_code,
    decided.theme_code,
    decided.status_code,
    decided.return_state,
    decided.returned_eur,
    decided.is_joint,
    decided.partners_state,
    decided.decided_latest,
    decided.source_id,
    decided.announced_source_id,
    decided.award_source_id,
    decided.awarded_eur,
    decided.at_most_eur,
    decided.band_code
FROM decided
WHERE
    coalesce(decided.round_code = $round, true)
    AND coalesce(coalesce(decided.theme_code, 'not_stated') = $theme, true)
    AND coalesce(decided.status_code = $status, true)
    AND coalesce(coalesce(decided.band_code, 'not_stated') = $band, true)
    AND (
        $region IS NULL
        OR decided.grant_id IN (
            SELECT places.grant_id
            FROM places
            WHERE places.region_code = $region
        )
    )
    AND (
        $municipality IS NULL
        OR decided.grant_id IN (
            SELECT places.grant_id
            FROM places
            WHERE places.recipient_kind = 'municipality' AND places.recipient_code = $municipality
        )
    )
