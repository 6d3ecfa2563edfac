-- Every source of each chosen grant; `is_first` marks one row a grant, for sums.
SELECT
    documents.grant_id,
    documents.source_id,
    row_number() OVER (PARTITION BY documents.grant_id ORDER BY documents.source_id) = 1 AS is_first
FROM (
    SELECT
        chosen.grant_id AS grant_id,
        chosen.source_id AS source_id
    FROM chosen
    UNION
    SELECT
        chosen.grant_id AS grant_id,
        chosen.award_source_id AS source_id
    FROM chosen
    UNION
    SELECT
        chosen.grant_id AS grant_id,
        chosen.announced_source_id AS source_id
    FROM chosen
    WHERE chosen.announced_source_id IS NOT NULL
) AS documents
