-- Awarded and booked grants by year, each with its source.
SELECT
    awarded.programme_code AS programme_code,
    awarded.year AS year,
    awarded.amount_eur AS awarded_eur,
    CAST(NULL AS DECIMAL(16, 2)) AS booked_eur,
    awarded.source_id AS source_id
FROM awarded
UNION ALL
SELECT
    known.programme_code AS programme_code,
    known.booked_year AS year,
    CAST(NULL AS DECIMAL(16, 2)) AS awarded_eur,
    known.booked_eur AS booked_eur,
    known.source_id AS source_id
FROM known
WHERE
    known.is_over
    AND known.cost_type = 'grants'
