-- The bands of amounts; the upper end is exclusive.
SELECT
    listed.band_code,
    listed.band_from_eur,
    listed.band_to_eur
FROM (
    VALUES
    ('under_10000', 0, 10000),
    ('10000_19999', 10000, 20000),
    ('20000_29999', 20000, 30000),
    ('30000_39999', 30000, 40000),
    ('40000_and_over', 40000, NULL)
) AS listed (band_code, band_from_eur, band_to_eur)
