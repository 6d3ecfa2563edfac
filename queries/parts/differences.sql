-- Awarded against booked grants by year, and what the source says of the difference.
SELECT
    entries.year,
    coalesce(sum(entries.awarded_eur), 0) AS awarded_eur,
    sum(entries.booked_eur) AS booked_eur,
    coalesce(sum(entries.awarded_eur), 0) - sum(entries.booked_eur) AS difference_eur,
    CASE
        WHEN sum(entries.booked_eur) IS NULL THEN 'year_not_booked'
        WHEN coalesce(sum(entries.awarded_eur), 0) = sum(entries.booked_eur) THEN NULL
        WHEN
            sum(entries.booked_eur) < 0
            AND entries.year IN (SELECT year(returned.happened_latest) FROM returned)
            THEN 'return_amount_not_stated'
        ELSE 'not_explained'
    END AS explained_code,
    string_agg(DISTINCT entries.source_id, ' ' ORDER BY entries.source_id) AS source_ids
FROM entries
GROUP BY entries.year
