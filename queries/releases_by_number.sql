-- Which releases of the data have been published, when, and what did each change?
--
-- returns  one row per change of the release in use, the newest first
--          publication_number     count  number of the change
--          release_id             code   release in use from then on
--          published_on           date   day of the change in Finland
--          published_clock        text   hour and minute of the change in Finland, `14.05`
--          publication_kind_code  code   publish or rollback
--          previous_release_id    code   release in use before; NULL for the first
--          data_until             date   day on which the newest fact of the release became known
--          release_rows           count  rows of the release
--          rows_added             count  rows that the release before did not have; NULL when not compared
--          rows_changed           count  rows of the same key with another value
--          rows_removed           count  rows that the release before had
--          tables_changed         count  tables with any such row
--          reason                 text   reason as the publisher wrote it; NULL when none was given
--          accepted_warnings      text   file:warning of each warning that was accepted, space between; NULL = none
--          source_ids             text   always NULL: the log is this service's own

SELECT
    publications.publication_number,
    publications.release_id,
    publications.published_on,
    publications.published_clock,
    publications.publication_kind_code,
    publications.previous_release_id,
    publications.data_until,
    publications.release_rows,
    CAST(sum(publication_changes.rows_added) AS BIGINT) AS rows_added,
    CAST(sum(publication_changes.rows_changed) AS BIGINT) AS rows_changed,
    CAST(sum(publication_changes.rows_removed) AS BIGINT) AS rows_removed,
    count(publication_changes.table_code) AS tables_changed,
    publications.reason,
    publications.accepted_warnings,
    CAST(NULL AS VARCHAR) AS source_ids
FROM publications
LEFT JOIN publication_changes
    ON publications.publication_number = publication_changes.publication_number
GROUP BY
    publications.publication_number,
    publications.release_id,
    publications.published_on,
    publications.published_clock,
    publications.publication_kind_code,
    publications.previous_release_id,
    publications.data_until,
    publications.release_rows,
    publications.reason,
    publications.accepted_warnings
ORDER BY publications.publication_number DESC NULLS LAST
