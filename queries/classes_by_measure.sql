-- Which colour classes does the map have, by measure?
--
-- params   measure  measure of the map; NULL = all
-- returns  one row per class of a measure
--          map_measure_code  code    what the map shows
--          class_number      count   1 is the lowest
--          from_value        number  lower limit, which belongs to the class
--          to_value          number  upper limit, which belongs to the next class; NULL = none
--          source_ids        text    ids of the sources used, space between

SELECT
    map_classes.map_measure_code,
    map_classes.class_number,
    map_classes.from_value,
    map_classes.to_value,
    map_classes.source_id AS source_ids
FROM map_classes
WHERE coalesce(map_classes.map_measure_code = $measure, true)
ORDER BY map_classes.map_measure_code, map_classes.class_number
