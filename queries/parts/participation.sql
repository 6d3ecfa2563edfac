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
    AND (
        $theme IS NULL
        OR concat(joined.participant_kind, '/', joined.participant_code) IN (
            SELECT concat(themes.participant_kind, '/', themes.participant_code)
            FROM themes
            WHERE coalesce(themes.theme_code, 'not_stated') = $theme
        )
    )
    AND coalesce(coalesce(joined.region_code, 'not_stated') = $region, true)
    AND (
        $municipality IS NULL
        OR (joined.participant_kind = 'municipality' AND joined.participant_code = $municipality)
    )
