-- What did each public service of Finland score in the EU benchmark?
--
-- params   as_of       date; only what was measured in years that ended on or before it; NULL = everything
--          known_by    date; only what was known on or before it; NULL = everything
--          indicator   indicator code; NULL = all
--          life_event  life event code; NULL = all
--          level       level of government, or not_stated; NULL = all
-- returns  one row per service and indicator
--          benchmark_service_code  code    service
--          life_event_code         code    life event that the service belongs to
--          service_number          text    number of the service within its life event, as in the source
--          name_fi                 text    name in Finnish, our translation
--          name_sv                 text    name in Swedish, our translation
--          name_en                 text    name in English, as in the source
--          service_type_code       code    information or transaction
--          government_level_code   code    level of government that provides it; NULL = not stated in source
--          measured_year           year    year measured
--          indicator_code          code    what is measured
--          score_points            number  score, 0–100 points; NULL = none in the source
--          score_state_code        code    scored, not applicable in Finland, or not stated in source
--          source_ids              text    ids of the sources used, space between
-- cube     benchmark_service_code, indicator_code

SELECT
    benchmark_services.benchmark_service_code,
    benchmark_services.life_event_code,
    benchmark_services.service_number,
    benchmark_services.name_fi,
    benchmark_services.name_sv,
    benchmark_services.name_en,
    benchmark_services.service_type_code,
    benchmark_services.government_level_code,
    benchmark_services.measured_year,
    benchmark_service_scores.indicator_code,
    benchmark_service_scores.score_points,
    CASE
        WHEN benchmark_service_scores.score_points IS NOT NULL THEN 'scored'
        WHEN benchmark_services.is_applicable THEN 'not_stated'
        ELSE 'not_applicable'
    END AS score_state_code,
    benchmark_service_scores.source_id AS source_ids
FROM benchmark_services
INNER JOIN benchmark_service_scores
    ON benchmark_services.benchmark_service_code = benchmark_service_scores.benchmark_service_code
WHERE
    coalesce(make_date(benchmark_services.measured_year, 12, 31) <= $as_of, true)
    AND coalesce(benchmark_service_scores.known_since <= $known_by, true)
    AND coalesce(benchmark_service_scores.indicator_code = $indicator, true)
    AND coalesce(benchmark_services.life_event_code = $life_event, true)
    AND coalesce(coalesce(benchmark_services.government_level_code, 'not_stated') = $level, true)
ORDER BY benchmark_services.benchmark_service_code, benchmark_service_scores.indicator_code
