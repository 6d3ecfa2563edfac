-- Each year in view: its computed sum, its printed total, and the one that counts.
SELECT
    known.programme_code,
    known.booked_year,
    max(known.period_to) FILTER (WHERE known.is_over) AS period_to,
    sum(known.booked_eur) FILTER (WHERE known.is_over) AS computed_eur,
    max(printed.printed_eur) AS printed_eur,
    coalesce(
        CASE WHEN bool_and(known.is_over) THEN max(printed.printed_eur) END,
        sum(known.booked_eur) FILTER (WHERE known.is_over)
    ) AS booked_eur
FROM known
LEFT JOIN printed
    ON
        known.programme_code = printed.programme_code
        AND known.booked_year = printed.booked_year
        AND printed.total_kind = 'by_year'
GROUP BY
    known.programme_code,
    known.booked_year
HAVING bool_or(known.is_over)
