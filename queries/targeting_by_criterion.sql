-- How did the awarded money go against the criteria of the KUNIT release, by criterion?
--
-- params   as_of      date; only grants decided on or before it; NULL = everything
--          known_by   date; only what was known on or before it; NULL = everything
--          programme  programme code; NULL = all
--          round      round code; NULL = all
-- returns  one row per criterion and judgement; the rows of a criterion add up to all that was awarded
--          criterion_code  code   criterion
--          judgement_code  code   met, not met, a size class, or cannot be judged
--          grants          count  grants
--          awarded_eur     EUR    awarded, nominal, exact amounts only; a joint grant once; NULL = none stated exactly
--          at_most_eur     EUR    awarded at most: ceilings, never part of awarded_eur; NULL = none
--          text_fi         text   rule of the criterion in Finnish
--          text_sv         text   rule of the criterion in Swedish
--          text_en         text   rule of the criterion in English
--          source_ids      text   ids of the sources used, space between
-- with     awards, recipient_sizes, judged

SELECT
    judged.criterion_code,
    judged.judgement_code,
    count(*) AS grants,
    sum(judged.awarded_eur) AS awarded_eur,
    sum(judged.at_most_eur) AS at_most_eur,
    judged.text_fi,
    judged.text_sv,
    judged.text_en,
    concat_ws(' ', string_agg(DISTINCT judged.source_id, ' ' ORDER BY judged.source_id), judged.rule_source_id)
        AS source_ids
FROM judged
GROUP BY
    judged.criterion_code,
    judged.judgement_code,
    judged.text_fi,
    judged.text_sv,
    judged.text_en,
    judged.rule_source_id
ORDER BY judged.criterion_code, judged.judgement_code
