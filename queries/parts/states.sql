-- The state of each grant as far as it is known: a return that is not in view yet is not stated.
SELECT
    grants.grant_id,
    returns.return_state,
    returns.returned_eur,
    CASE
        WHEN grants.status_code = 'partly_returned' AND returns.grant_id IS NULL THEN 'not_stated'
        ELSE grants.status_code
    END AS status_code
FROM grants
LEFT JOIN returns
    ON grants.grant_id = returns.grant_id
