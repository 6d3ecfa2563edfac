-- What does each level of digital maturity mean, and what is the next action at it?
--
-- returns  one row per level of this service's own neutral scale
--          level           count  1–5
--          from_pct        %      lowest value of the level
--          to_pct          %      the value at which the next level begins, not included
--          name_fi         text   name in Finnish
--          name_sv         text   name in Swedish
--          name_en         text   name in English
--          description_fi  text   what it means, in Finnish
--          description_sv  text   what it means, in Swedish
--          description_en  text   what it means, in English
--          action_fi       text   next action, in Finnish
--          action_sv       text   next action, in Swedish
--          action_en       text   next action, in English
--          source_ids      text   id of the source

SELECT
    maturity_levels.level,
    maturity_levels.from_pct,
    maturity_levels.to_pct,
    maturity_levels.name_fi,
    maturity_levels.name_sv,
    maturity_levels.name_en,
    maturity_levels.description_fi,
    maturity_levels.description_sv,
    maturity_levels.description_en,
    maturity_levels.action_fi,
    maturity_levels.action_sv,
    maturity_levels.action_en,
    maturity_levels.source_id AS source_ids
FROM maturity_levels
ORDER BY maturity_levels.level
