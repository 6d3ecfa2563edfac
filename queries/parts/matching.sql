-- The programmes that the reader's kind of owner and year leave: a year that no stated date rules out.
SELECT
    programmes.programme_code,
    programmes.known_since
FROM programmes
WHERE
    coalesce(programmes.known_since <= $known_by, true)
    AND coalesce(programmes.owner_kind = $owner_kind, true)
    AND (
        $year IS NULL
        OR (
            coalesce(programmes.starts_latest, programmes.ends_latest) IS NOT NULL
            AND coalesce(CAST(year(programmes.starts_latest) AS VARCHAR) <= $year, true)
            AND coalesce(CAST(year(programmes.ends_latest) AS VARCHAR) >= $year, true)
        )
    )
