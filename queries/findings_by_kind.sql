-- What did the external evaluation find, by kind of finding?
--
-- params   as_of      date; only what was told on or before it; NULL = everything
--          known_by   date; only what was known on or before it; NULL = everything
--          programme  programme code; NULL = all
-- returns  one row per finding
--          finding_kind_code  code  viewpoint, area, result, success factor, obstacle or remark
--          finding_code       code  finding
--          finding_fi         text  the finding in Finnish
--          finding_sv         text  the finding in Swedish
--          finding_en         text  the finding in English
--          mentioned_pct      %     share of respondents that mentioned it; NULL = not stated
--          source_ids         text  ids of the sources used, space between

SELECT
    evaluation_findings.finding_kind_code,
    evaluation_findings.finding_code,
    evaluation_findings.finding_fi,
    evaluation_findings.finding_sv,
    evaluation_findings.finding_en,
    evaluation_findings.mentioned_pct,
    evaluation_findings.source_id AS source_ids
FROM evaluation_findings
WHERE
    coalesce(evaluation_findings.known_since <= $as_of, true)
    AND coalesce(evaluation_findings.known_since <= $known_by, true)
    AND coalesce(evaluation_findings.programme_code = $programme, true)
ORDER BY evaluation_findings.finding_kind_code, evaluation_findings.finding_code
