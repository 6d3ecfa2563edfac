-- What kind of place is each municipality, by code?
--
-- params   as_of         date; region, type and population as on this day; NULL = the latest
--          known_by      date; only populations known on or before it; NULL = everything
--          programme     programme code, whose last day it is when no day is chosen; NULL = all
--          region        region code; NULL = all
--          municipality  municipality code; NULL = all
-- returns  one row per municipality, merged ones too
--          municipality_code  code     municipality
--          name_fi            text     name in Finnish
--          name_sv            text     name in Swedish
--          name_en            text     name in English
--          region_code        code     region on the day, or the last one of a merged municipality
--          region_fi          text     region in Finnish
--          region_sv          text     region in Swedish
--          region_en          text     region in English
--          inhabitants        count    population on the day: see counted_on; NULL = none in this material
--          counted_on         date     the last count by the day, or by the programme's last day; or the first later
--          is_estimate        boolean  the population is an estimate
--          size_class_code    code     size class by that population; NULL = no population
--          class_code         code     type: of 2018 until the end of 2024, then the latest; NULL = not stated
--          languages_code     code     languages
--          land_km2           number   land area in km2, latest; NULL = not stated
--          valid_to           date     last day of the municipality; NULL = still there
--          merged_into_code   code     municipality it was merged into; NULL = none
--          merged_into_fi     text     name of that municipality in Finnish
--          merged_into_sv     text     the same in Swedish
--          merged_into_en     text     the same in English
--          merged_on          date     day of the merger
--          source_ids         text     ids of the sources used, space between
-- with     home_regions, division, populations, localities

SELECT
    localities.municipality_code,
    localities.name_fi,
    localities.name_sv,
    localities.name_en,
    localities.region_code,
    localities.region_fi,
    localities.region_sv,
    localities.region_en,
    localities.inhabitants,
    localities.counted_on,
    localities.is_estimate,
    localities.size_class_code,
    localities.class_code,
    localities.languages_code,
    localities.land_km2,
    localities.valid_to,
    localities.merged_into_code,
    successors.name_fi AS merged_into_fi,
    successors.name_sv AS merged_into_sv,
    successors.name_en AS merged_into_en,
    localities.merged_on,
    concat_ws(' ', localities.source_id, localities.counted_source_id, localities.size_class_source_id) AS source_ids
FROM localities
LEFT JOIN municipalities AS successors
    ON localities.merged_into_code = successors.municipality_code
WHERE
    coalesce(localities.municipality_code = $municipality, true)
    AND coalesce(localities.region_code = $region, $region IS NULL)
ORDER BY localities.municipality_code
