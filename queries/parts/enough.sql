-- How many places of the group have a value of each service, beside each of its cells: under 3 hides them all.
SELECT
    cells.place_code,
    cells.service_code,
    services.source_id,
    count(cells.value_pct) OVER (PARTITION BY cells.service_code) AS assessed
FROM cells
INNER JOIN services
    ON cells.service_code = services.service_code
