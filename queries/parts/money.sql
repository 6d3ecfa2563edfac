-- What counts for each recipient in the chosen joint mode, as the places of the day.
SELECT
    allocations.recipient_kind,
    coalesce(successors.municipality_code, allocations.recipient_code) AS recipient_code,
    sum(allocations.awarded_eur) AS awarded_eur,
    sum(allocations.at_most_eur) AS at_most_eur,
    bool_or(allocations.is_calculated) AS is_calculated
FROM allocations
LEFT JOIN successors
    ON
        allocations.recipient_kind = 'municipality'
        AND allocations.recipient_code = successors.former_code
GROUP BY
    allocations.recipient_kind,
    coalesce(successors.municipality_code, allocations.recipient_code)
