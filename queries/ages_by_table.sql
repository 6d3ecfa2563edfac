-- How old is each table against the interval at which it is promised to be updated?
--
-- params   as_of            date; the day compared with; NULL = the day on which the newest fact of all became known
-- returns  one row per table of the release
--          table_code       code   table
--          table_name_fi    text   name of the table in Finnish
--          table_name_sv    text   name of the table in Swedish
--          table_name_en    text   name of the table in English
--          table_kind_code  code   real or example
--          table_rows       count  rows of the table
--          newest_on        date   day on which the newest row known by then became known; NULL = no row tells
--          compared_on      date   day compared with
--          interval_days    count  promised days between updates; 0 = not updated any more
--          age_days         count  days from the newest row to the day compared with
--          age_state_code   code   closed, current, late or undated
--          source_ids       text   always NULL: the catalogue is this service's own

WITH newest AS (
    SELECT max(table_days.known_since) AS known_since
    FROM table_days
),

ages AS (
    SELECT
        table_promises.table_code,
        max(table_days.known_since) AS newest_on,
        coalesce($as_of, max(newest.known_since)) AS compared_on
    FROM table_promises
    CROSS JOIN newest
    LEFT JOIN table_days
        ON
            table_promises.table_code = table_days.table_code
            AND coalesce(table_days.known_since <= $as_of, true)
    GROUP BY table_promises.table_code
)

SELECT
    table_promises.table_code,
    table_promises.table_name_fi,
    table_promises.table_name_sv,
    table_promises.table_name_en,
    table_promises.table_kind_code,
    table_promises.table_rows,
    ages.newest_on,
    ages.compared_on,
    table_promises.interval_days,
    CAST(ages.compared_on - ages.newest_on AS BIGINT) AS age_days,
    CASE
        WHEN table_promises.interval_days = 0 THEN 'closed'
        WHEN ages.newest_on IS NULL THEN 'undated'
        WHEN ages.compared_on - ages.newest_on > table_promises.interval_days THEN 'late'
        ELSE 'current'
    END AS age_state_code,
    CAST(NULL AS VARCHAR) AS source_ids
FROM table_promises
INNER JOIN ages
    ON table_promises.table_code = ages.table_code
ORDER BY table_promises.table_code
