-- Every municipality, and the one that it belongs to on the day of the division.
SELECT
    municipalities.municipality_code AS former_code,
    coalesce(second.municipality_code, first.municipality_code, municipalities.municipality_code)
        AS municipality_code
FROM municipalities
CROSS JOIN division
LEFT JOIN municipalities AS first
    ON
        municipalities.merged_into_code = first.municipality_code
        AND municipalities.merged_on <= division.division_on
LEFT JOIN municipalities AS second
    ON
        first.merged_into_code = second.municipality_code
        AND division.division_on >= first.merged_on
