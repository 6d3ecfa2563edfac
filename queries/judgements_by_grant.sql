-- How does each grant stand against the criteria of the KUNIT release, by grant?
--
-- params   as_of      date; only grants decided on or before it; NULL = everything
--          known_by   date; only what was known on or before it; NULL = everything
--          programme  programme code; NULL = all
--          round      round code; NULL = all
-- returns  one row per grant and criterion
--          grant_id        code  grant
--          criterion_code  code  criterion
--          judgement_code  code  met, not met, a size class, or cannot be judged
--          round_code      code  round
--          title_fi        text  title in Finnish; NULL = not stated
--          title_sv        text  title in Swedish; NULL = not stated
--          title_en        text  title in English; NULL = not stated
--          awarded_eur     EUR   awarded, nominal, the whole grant; NULL = not stated exactly
--          at_most_eur     EUR   awarded at most: a ceiling; NULL = none
--          grounds_fi      text  what in the purpose it rests on, in Finnish; NULL = the rule alone
--          grounds_sv      text  the same in Swedish
--          grounds_en      text  the same in English
--          source_ids      text  ids of the sources used, space between
-- with     awards, recipient_sizes, judged

SELECT
    judged.grant_id,
    judged.criterion_code,
    judged.judgement_code,
    judged.round_code,
    judged.title_fi,
    judged.title_sv,
    judged.title_en,
    judged.awarded_eur,
    judged.at_most_eur,
    judged.grounds_fi,
    judged.grounds_sv,
    judged.grounds_en,
    concat_ws(' ', judged.source_id, judged.rule_source_id) AS source_ids
FROM judged
ORDER BY judged.grant_id, judged.criterion_code
