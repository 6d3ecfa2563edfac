-- What has been booked as costs, by year?
--
-- params   as_of      date; only periods that ended on or before it; NULL = everything
--          known_by   date; only what was known on or before it; NULL = everything
--          programme  programme code; NULL = all
-- returns  one row per year whose period is over
--          booked_year     year     year booked
--          period_to       date     last day of the period
--          booked_eur      EUR      total of the year as printed; the sum of the rows when none is
--          computed_eur    EUR      sum of the rows of the year
--          cumulative_eur  EUR      booked_eur of this and all earlier years
--          source_ids      text     ids of the sources used, space between
-- cube     booked_year
-- with     known, printed, years

WITH documents AS (
    SELECT
        known.programme_code AS programme_code,
        known.booked_year AS booked_year,
        known.source_id AS source_id
    FROM known
    WHERE known.is_over
    UNION
    SELECT
        years.programme_code AS programme_code,
        years.booked_year AS booked_year,
        printed.source_id AS source_id
    FROM years
    INNER JOIN printed
        ON
            years.programme_code = printed.programme_code
            AND years.booked_year = printed.booked_year
            AND printed.total_kind = 'by_year'
),

sums AS (
    SELECT
        years.booked_year,
        max(years.period_to) AS period_to,
        sum(years.booked_eur) AS booked_eur,
        sum(years.computed_eur) AS computed_eur
    FROM years
    GROUP BY years.booked_year
),

sourced AS (
    SELECT
        documents.booked_year,
        string_agg(DISTINCT documents.source_id, ' ' ORDER BY documents.source_id) AS source_ids
    FROM documents
    GROUP BY documents.booked_year
)

SELECT
    sums.booked_year,
    sums.period_to,
    sums.booked_eur,
    sums.computed_eur,
    sum(sums.booked_eur) OVER (ORDER BY sums.booked_year) AS cumulative_eur,
    sourced.source_ids
FROM sums
INNER JOIN sourced
    ON sums.booked_year = sourced.booked_year
ORDER BY sums.booked_year
