-- What do the terms of this service mean, by code?
--
-- returns  one row per term
--          term_code      code  term
--          name_fi        text  term in Finnish
--          name_sv        text  term in Swedish
--          name_en        text  term in English
--          definition_fi  text  definition in Finnish
--          definition_sv  text  definition in Swedish
--          definition_en  text  definition in English
--          source_ids     text  ids of the sources used, space between

SELECT
    terms.term_code,
    terms.name_fi,
    terms.name_sv,
    terms.name_en,
    terms.definition_fi,
    terms.definition_sv,
    terms.definition_en,
    terms.source_id AS source_ids
FROM terms
ORDER BY terms.term_code
