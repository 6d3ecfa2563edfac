-- Booked in all by programme.
SELECT
    years.programme_code,
    max(years.period_to) AS period_to,
    coalesce(CASE WHEN bool_and(coverage.is_whole) THEN max(printed.printed_eur) END, sum(years.booked_eur))
        AS booked_eur
FROM years
INNER JOIN coverage
    ON years.programme_code = coverage.programme_code
LEFT JOIN printed
    ON
        years.programme_code = printed.programme_code
        AND printed.total_kind = 'all'
GROUP BY years.programme_code
