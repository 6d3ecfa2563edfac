-- Who takes part, in what role and on what evidence, by place?
--
-- params   as_of         date; only who had joined (or, with no date stated, was known) by it; NULL = everything
--          known_by      date; only what was known on or before it; NULL = everything
--          programme     programme code; NULL = all
--          role          role code; NULL = all
--          theme         theme code, or not_stated; NULL = all
--          region        region code; NULL = all
--          municipality  municipality code; only that municipality itself; NULL = all
-- returns  one row per participant of a programme that is known by name
--          programme_code           code  programme
--          participant_kind         code  municipality, region or city_region
--          participant_code         code  the place
--          name_fi                  text  name in Finnish
--          name_sv                  text  name in Swedish
--          name_en                  text  name in English
--          region_code              code  region of the place on the day it became known; a region is its own
--          region_fi                text  region in Finnish
--          region_sv                text  region in Swedish
--          region_en                text  region in English
--          role_code                code  role, not_confirmed when the source does not tell it
--          theme_code               code  theme, our own classification; NULL = not stated
--          theme_codes              text  themes of its experiments, or its own; space between; NULL = not stated
--          participant_status_code  code  state of the experiment
--          evidence_code            code  what the participation rests on
--          topic_fi                 text  topics in Finnish, semicolon between
--          topic_sv                 text  topics in Swedish
--          topic_en                 text  topics in English
--          role_basis_fi            text  why the role is what it is, in Finnish
--          role_basis_sv            text  the same in Swedish
--          role_basis_en            text  the same in English
--          joined_earliest          date  joined on it at the earliest; NULL = not stated
--          joined_latest            date  joined on it at the latest; NULL = not stated
--          known_since              date  known from this day
--          source_ids               text  ids of the sources used, space between
-- with     place_names, joined, themes, participation

WITH tried AS (
    SELECT
        themes.participant_kind,
        themes.participant_code,
        string_agg(themes.theme_code, ' ' ORDER BY themes.theme_code) AS theme_codes
    FROM themes
    GROUP BY
        themes.participant_kind,
        themes.participant_code
)

SELECT
    joined.programme_code,
    joined.participant_kind,
    joined.participant_code,
    joined.name_fi,
    joined.name_sv,
    joined.name_en,
    joined.region_code,
    regions.name_fi AS region_fi,
    regions.name_sv AS region_sv,
    regions.name_en AS region_en,
    joined.role_code,
    joined.theme_code,
    tried.theme_codes,
    joined.participant_status_code,
    joined.evidence_code,
    joined.topic_fi,
    joined.topic_sv,
    joined.topic_en,
    joined.role_basis_fi,
    joined.role_basis_sv,
    joined.role_basis_en,
    joined.joined_earliest,
    joined.joined_latest,
    joined.known_since,
    concat_ws(' ', joined.source_id, joined.announced_source_id) AS source_ids
FROM participation
INNER JOIN joined
    ON
        participation.programme_code = joined.programme_code
        AND participation.participant_kind = joined.participant_kind
        AND participation.participant_code = joined.participant_code
INNER JOIN tried
    ON
        participation.participant_kind = tried.participant_kind
        AND participation.participant_code = tried.participant_code
LEFT JOIN regions
    ON joined.region_code = regions.region_code
ORDER BY joined.name_fi, joined.participant_kind, joined.participant_code, joined.programme_code
