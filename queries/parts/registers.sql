-- The measure that counts the registered participants of each kind.
SELECT
    registers.measure_code,
    registers.participant_kind
FROM (
    VALUES
    ('municipalities_registered', 'municipality'),
    ('regions_registered', 'region'),
    ('city_regions_registered', 'city_region')
) AS registers (measure_code, participant_kind)
