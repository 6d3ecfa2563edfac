-- Which benefits are told of, with what evidence, by statement?
--
-- params   as_of      date; only what was stated on or before it; NULL = everything
--          known_by   date; only what was known on or before it; NULL = everything
--          programme  programme code; NULL = all
-- returns  one row per statement on a benefit; classes of evidence are never added up
--          benefit_code         code     benefit
--          evidence_class_code  code     study_estimate, promise, measured or audited; happened = of no class
--          benefit_kind_code    code     what kind of benefit
--          name_fi              text     benefit in Finnish
--          name_sv              text     benefit in Swedish
--          name_en              text     benefit in English
--          statement_fi         text     what the source says, in Finnish
--          statement_sv         text     what the source says, in Swedish
--          statement_en         text     what the source says, in English
--          stated_earliest      date     stated on it at the earliest
--          stated_latest        date     stated on it at the latest
--          low_eur              EUR      low end of the amount; NULL = no amount in source
--          high_eur             EUR      high end of the amount; NULL = no amount in source
--          use_code             code     whether the result is in use
--          grant_id             code     grant it was promised for; NULL = the programme's own
--          is_newest            boolean  the latest statement on the benefit in its class
--          source_ids           text     ids of the sources used, space between

SELECT
    benefits.benefit_code,
    benefits.evidence_class_code,
    benefits.benefit_kind_code,
    benefits.name_fi,
    benefits.name_sv,
    benefits.name_en,
    benefits.statement_fi,
    benefits.statement_sv,
    benefits.statement_en,
    benefits.stated_earliest,
    benefits.stated_latest,
    benefits.low_eur,
    benefits.high_eur,
    benefits.use_code,
    benefits.grant_id,
    row_number() OVER (
        PARTITION BY benefits.benefit_code, benefits.evidence_class_code
        ORDER BY benefits.stated_latest DESC
    ) = 1 AS is_newest,
    benefits.source_id AS source_ids
FROM benefits
WHERE
    coalesce(benefits.stated_latest <= $as_of, true)
    AND coalesce(benefits.known_since <= $known_by, true)
    AND coalesce(benefits.programme_code = $programme, true)
ORDER BY benefits.benefit_code, benefits.evidence_class_code, benefits.stated_latest
