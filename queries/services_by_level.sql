-- How many benchmarked public services does Finland have, by level of government?
--
-- params   as_of       date; only services measured in years that ended on or before it; NULL = everything
--          known_by    date; only what was known on or before it; NULL = everything
--          life_event  life event code; NULL = all
-- returns  one row per life event and level of government
--          life_event_code        code   life event
--          government_level_code  code   level of government; NULL = not stated in source
--          benchmarked            count  services that the benchmark lists
--          applicable             count  of these, services applicable in Finland
--          source_ids             text   ids of the sources used, space between
-- cube     life_event_code, government_level_code

SELECT
    benchmark_services.life_event_code,
    benchmark_services.government_level_code,
    count(*) AS benchmarked,
    count(*) FILTER (WHERE benchmark_services.is_applicable) AS applicable,
    string_agg(DISTINCT benchmark_services.source_id, ' ' ORDER BY benchmark_services.source_id) AS source_ids
FROM benchmark_services
WHERE
    coalesce(make_date(benchmark_services.measured_year, 12, 31) <= $as_of, true)
    AND coalesce(benchmark_services.known_since <= $known_by, true)
    AND coalesce(benchmark_services.life_event_code = $life_event, true)
GROUP BY benchmark_services.life_event_code, benchmark_services.government_level_code
ORDER BY benchmark_services.life_event_code, benchmark_services.government_level_code NULLS LAST
