-- The participants that the reader has chosen.
SELECT
    joined.programme_code,
    joined.participant_kind,
    joined.participant_code,
    joined.region_code,
    joined.theme_code,
    joined.source_id,
    joined.announced_source_id
FROM joined
WHERE
    coalesce(joined.role_code = $role, true)
    AND coalesce(coalesce(joined.theme_code, 'not_stated') = $theme, true)
    AND coalesce(coalesce(joined.region_code, 'not_stated') = $region, true)
    AND (
        $municipality IS NULL
        OR (joined.participant_kind = 'municipality' AND joined.participant_code = $municipality)
    )
