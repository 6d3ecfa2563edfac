-- The reader's words as one text: lower case, no accents, with how many typing errors it may have.
SELECT
    plain.text,
    CASE WHEN length(plain.text) < 5 THEN 0 WHEN length(plain.text) < 9 THEN 1 ELSE 2 END AS typos
FROM (
    SELECT trim(regexp_replace(lower(strip_accents($q)), '[^a-z0-9]+', ' ', 'g')) AS text
) AS plain
WHERE plain.text <> ''
