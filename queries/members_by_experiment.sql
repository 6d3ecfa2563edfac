-- Who took part in which experiment?
--
-- params   known_by    date; only what was known on or before it; NULL = everything
--          experiment  experiment code; NULL = all
-- returns  one row per participant of an experiment
--          experiment_code   code  experiment
--          participant_kind  code  municipality, region or city_region
--          participant_code  code  the place
--          name_fi           text  name in Finnish
--          name_sv           text  name in Swedish
--          name_en           text  name in English
--          region_code       code  region of the place on the day it became known; a region is its own
--          region_fi         text  region in Finnish
--          region_sv         text  region in Swedish
--          region_en         text  region in English
--          source_ids        text  ids of the sources used, space between
-- with     place_names, members

SELECT
    members.experiment_code,
    members.participant_kind,
    members.participant_code,
    members.name_fi,
    members.name_sv,
    members.name_en,
    members.region_code,
    regions.name_fi AS region_fi,
    regions.name_sv AS region_sv,
    regions.name_en AS region_en,
    members.source_id AS source_ids
FROM members
LEFT JOIN regions
    ON members.region_code = regions.region_code
WHERE coalesce(members.experiment_code = $experiment, true)
ORDER BY members.experiment_code, members.name_fi, members.participant_kind, members.participant_code
