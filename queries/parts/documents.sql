-- Every source of each chosen participant; `is_first` marks one row a participant, for counts.
SELECT
    sources.participant_kind,
    sources.participant_code,
    sources.region_code,
    sources.source_id,
    row_number() OVER (
        PARTITION BY sources.programme_code, sources.participant_kind, sources.participant_code
        ORDER BY sources.source_id
    ) = 1 AS is_first
FROM (
    SELECT
        participation.programme_code AS programme_code,
        participation.participant_kind AS participant_kind,
        participation.participant_code AS participant_code,
        participation.region_code AS region_code,
        participation.source_id AS source_id
    FROM participation
    UNION
    SELECT
        participation.programme_code AS programme_code,
        participation.participant_kind AS participant_kind,
        participation.participant_code AS participant_code,
        participation.region_code AS region_code,
        participation.announced_source_id AS source_id
    FROM participation
    WHERE participation.announced_source_id IS NOT NULL
) AS sources
