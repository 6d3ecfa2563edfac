-- How many rows did each release add, change and remove, by table?
--
-- returns  one row per change of the release in use and table that it touched, the newest change first
--          publication_number  count  number of the change
--          release_id          code   release in use from then on
--          published_on        date   day of the change in Finland
--          table_code          code   table
--          table_kind_code     code   real or example
--          table_name_fi       text   name of the table in Finnish
--          table_name_sv       text   name of the table in Swedish
--          table_name_en       text   name of the table in English
--          rows_added          count  rows that the release before did not have
--          rows_changed        count  rows of the same key with another value
--          rows_removed        count  rows that the release before had
--          source_ids          text   always NULL: the log is this service's own

SELECT
    publication_changes.publication_number,
    publications.release_id,
    publications.published_on,
    publication_changes.table_code,
    publication_changes.table_kind_code,
    publication_changes.table_name_fi,
    publication_changes.table_name_sv,
    publication_changes.table_name_en,
    publication_changes.rows_added,
    publication_changes.rows_changed,
    publication_changes.rows_removed,
    CAST(NULL AS VARCHAR) AS source_ids
FROM publication_changes
INNER JOIN publications
    ON publication_changes.publication_number = publications.publication_number
ORDER BY publication_changes.publication_number DESC NULLS LAST, publication_changes.table_code ASC NULLS LAST
