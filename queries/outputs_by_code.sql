-- What was built that others could use, who may copy it and who did, by output?
--
-- params   as_of     date; only what was published, or known, on or before it; NULL = everything
--          known_by  date; only what was known on or before it; NULL = everything
-- returns  one row per output
--          output_code         code  output
--          programme_code      code  programme
--          experiment_code     code  experiment that it came from; NULL = the programme itself
--          name_fi             text  name in Finnish
--          name_sv             text  name in Swedish
--          name_en             text  name in English
--          built_fi            text  what was built, in Finnish
--          built_sv            text  what was built, in Swedish
--          built_en            text  what was built, in English
--          copy_right_code     code  who may copy it
--          copied_fi           text  who copied it or took it into use, in Finnish; NULL = not stated
--          copied_sv           text  the same in Swedish
--          copied_en           text  the same in English
--          published_earliest  date  published on it at the earliest; NULL = not stated
--          published_latest    date  published on it at the latest; NULL = not stated
--          source_ids          text  ids of the sources used, space between

SELECT
    reusable_outputs.output_code,
    reusable_outputs.programme_code,
    reusable_outputs.experiment_code,
    reusable_outputs.name_fi,
    reusable_outputs.name_sv,
    reusable_outputs.name_en,
    reusable_outputs.built_fi,
    reusable_outputs.built_sv,
    reusable_outputs.built_en,
    reusable_outputs.copy_right_code,
    reusable_outputs.copied_fi,
    reusable_outputs.copied_sv,
    reusable_outputs.copied_en,
    reusable_outputs.published_earliest,
    reusable_outputs.published_latest,
    reusable_outputs.source_id AS source_ids
FROM reusable_outputs
WHERE
    coalesce(coalesce(reusable_outputs.published_latest, reusable_outputs.known_since) <= $as_of, true)
    AND coalesce(reusable_outputs.known_since <= $known_by, true)
ORDER BY reusable_outputs.output_code
