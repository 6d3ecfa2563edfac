-- How many cells does each column leave empty, because the source does not state it or it does not apply?
--
-- returns  one row per column that may be empty, of every table that has rows
--          table_code       code   table
--          table_name_fi    text   name of the table in Finnish
--          table_name_sv    text   name of the table in Swedish
--          table_name_en    text   name of the table in English
--          table_kind_code  code   real or example
--          column_code      code   column
--          column_name_fi   text   name of the column in Finnish
--          column_name_sv   text   name of the column in Swedish
--          column_name_en   text   name of the column in English
--          column_cells     count  cells of the column
--          empty_cells      count  of them empty
--          stated_pct       %      filled cells of a hundred
--          source_ids       text   always NULL: counted in the release itself

SELECT
    column_gaps.table_code,
    column_gaps.table_name_fi,
    column_gaps.table_name_sv,
    column_gaps.table_name_en,
    column_gaps.table_kind_code,
    column_gaps.column_code,
    column_gaps.column_name_fi,
    column_gaps.column_name_sv,
    column_gaps.column_name_en,
    column_gaps.column_cells,
    column_gaps.empty_cells,
    CAST(
        100.0 * (column_gaps.column_cells - column_gaps.empty_cells) / column_gaps.column_cells AS DECIMAL(5, 1)
    ) AS stated_pct,
    CAST(NULL AS VARCHAR) AS source_ids
FROM column_gaps
ORDER BY column_gaps.table_code, column_gaps.column_code
