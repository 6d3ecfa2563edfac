-- What do the indicators measure, in which unit and in which direction?
--
-- params   known_by  date; only what was known on or before it; NULL = everything
-- returns  one row per indicator
--          framework_code         code  framework that defines it
--          indicator_code         code  indicator
--          parent_indicator_code  code  indicator that it is a part of; itself when of none
--          unit_code              code  unit
--          direction_code         code  which way is towards the goal
--          definition_fi          text  definition in Finnish, in our own words
--          definition_sv          text  definition in Swedish, in our own words
--          definition_en          text  definition in English, in our own words
--          source_ids             text  ids of the sources used, space between

SELECT
    indicators.framework_code,
    indicators.indicator_code,
    indicators.parent_indicator_code,
    indicators.unit_code,
    indicators.direction_code,
    indicators.definition_fi,
    indicators.definition_sv,
    indicators.definition_en,
    indicators.source_id AS source_ids
FROM indicators
WHERE coalesce(indicators.known_since <= $known_by, true)
ORDER BY indicators.framework_code, indicators.indicator_code
