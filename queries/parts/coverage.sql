-- Whether every booked year of a programme is in view: only then do printed totals hold.
SELECT
    known.programme_code,
    bool_and(known.is_over) AS is_whole
FROM known
GROUP BY known.programme_code
