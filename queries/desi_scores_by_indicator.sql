-- How does Finland stand against the EU in the DESI index, by indicator?
--
-- params   as_of     date; only years that ended on or before it (without a year: known by it); NULL = everything
--          known_by  date; only what was known on or before it; NULL = everything
-- returns  one row per indicator, country and edition
--          indicator_code  code    what is measured
--          country_code    code    Finland or the EU
--          edition_year    year    edition of the index
--          reference_year  year    year that the figure is about; NULL = not stated in source
--          measured_value  number  figure in the unit of the indicator
--          unit_code       code    unit
--          source_ids      text    ids of the sources used, space between

SELECT
    desi_scores.indicator_code,
    desi_scores.country_code,
    desi_scores.edition_year,
    desi_scores.reference_year,
    desi_scores.measured_value,
    indicators.unit_code,
    desi_scores.source_id AS source_ids
FROM desi_scores
INNER JOIN indicators
    ON desi_scores.indicator_code = indicators.indicator_code
WHERE
    coalesce(coalesce(make_date(desi_scores.reference_year, 12, 31), desi_scores.known_since) <= $as_of, true)
    AND coalesce(desi_scores.known_since <= $known_by, true)
ORDER BY desi_scores.indicator_code, desi_scores.country_code, desi_scores.edition_year
