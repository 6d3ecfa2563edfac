-- Which programmes gave grants, and when did they run, by code?
--
-- returns  one row per programme that has a grant
--          programme_code   code     programme
--          name_fi          text     name in Finnish
--          name_sv          text     name in Swedish
--          name_en          text     name in English
--          starts_earliest  date     first day it may have started; NULL = not stated
--          ends_latest      date     last day it may have ended; NULL = not stated
--          grants           count    grants in this material
--          source_ids       text     ids of the sources used, space between

WITH awarded AS (
    SELECT
        grants.programme_code,
        count(*) AS grants
    FROM grants
    GROUP BY grants.programme_code
)

SELECT
    programmes.programme_code,
    programmes.name_fi,
    programmes.name_sv,
    programmes.name_en,
    programmes.starts_earliest,
    programmes.ends_latest,
    awarded.grants,
    programmes.source_id AS source_ids
FROM programmes
INNER JOIN awarded
    ON programmes.programme_code = awarded.programme_code
ORDER BY programmes.programme_code
