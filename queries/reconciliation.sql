-- Do the figures of this release agree with the sources?
--
-- returns  one row per checked number
--          rule            code     check
--          rule_fi         text     check in Finnish
--          rule_sv         text     check in Swedish
--          rule_en         text     check in English
--          unit            code     EUR, count or %
--          expected        number   according to the source
--          computed        number   computed from the release
--          difference      number   computed less expected
--          passed          boolean  they agree
--          is_explained    boolean  a difference is known and explained
--          explanation_fi  text     explanation in Finnish
--          explanation_sv  text     explanation in Swedish
--          explanation_en  text     explanation in English
--          source_ids      text     ids of the sources used, space between

SELECT
    reconciliation.rule,
    reconciliation.rule_fi,
    reconciliation.rule_sv,
    reconciliation.rule_en,
    reconciliation.unit,
    reconciliation.expected,
    reconciliation.computed,
    reconciliation.difference,
    reconciliation.passed,
    reconciliation.is_explained,
    reconciliation.explanation_fi,
    reconciliation.explanation_sv,
    reconciliation.explanation_en,
    reconciliation.source_id AS source_ids
FROM reconciliation
ORDER BY reconciliation.rule
