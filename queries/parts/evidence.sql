-- Every source of each grant that was decided; `is_first` marks one row a grant, for sums.
SELECT
    documents.grant_id,
    documents.source_id,
    row_number() OVER (PARTITION BY documents.grant_id ORDER BY documents.source_id) = 1 AS is_first
FROM (
    SELECT
        decided.grant_id AS grant_id,
        decided.source_id AS source_id
    FROM decided
    UNION
    SELECT
        decided.grant_id AS grant_id,
        decided.award_source_id AS source_id
    FROM decided
    UNION
    SELECT
        decided.grant_id AS grant_id,
        decided.announced_source_id AS source_id
    FROM decided
    WHERE decided.announced_source_id IS NOT NULL
) AS documents
