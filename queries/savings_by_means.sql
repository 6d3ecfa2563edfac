-- How much could municipalities save, as estimated, by means?
--
-- params   as_of     date; only what was published on or before it; NULL = everything
--          known_by  date; only what was known on or before it; NULL = everything
-- returns  one row per published pair of figures; ranges from interviews, never added to money spent
--          edition_code      code     where the estimate is given
--          means_code        code     fast or slow means
--          low_eur           EUR      low end
--          high_eur          EUR      high end
--          published_latest  date     published on it at the latest
--          basis_fi          text     basis of the estimate in Finnish
--          basis_sv          text     basis in Swedish
--          basis_en          text     basis in English
--          source_ids        text     ids of the sources used, space between
-- cube     edition_code, means_code

SELECT
    savings_estimates.edition_code,
    savings_estimates.means_code,
    savings_estimates.low_eur,
    savings_estimates.high_eur,
    savings_estimates.published_latest,
    savings_estimates.basis_fi,
    savings_estimates.basis_sv,
    savings_estimates.basis_en,
    savings_estimates.source_id AS source_ids
FROM savings_estimates
WHERE
    coalesce(savings_estimates.published_latest <= $as_of, true)
    AND coalesce(savings_estimates.known_since <= $known_by, true)
ORDER BY savings_estimates.published_latest, savings_estimates.means_code, savings_estimates.savings_code
