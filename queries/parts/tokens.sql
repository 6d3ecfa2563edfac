-- The reader's words one by one.
SELECT
    split.token,
    CASE
        WHEN length(split.token) < 4 OR NOT regexp_matches(split.token, '[a-z]') THEN 0
        WHEN length(split.token) < 9 THEN 1
        ELSE 2
    END AS typos
FROM (
    SELECT DISTINCT unnest(string_split(asked.text, ' ')) AS token
    FROM asked
) AS split
