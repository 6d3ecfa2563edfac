-- Which colour classes does a score of 0–100 points fall into?
--
-- params   none
-- returns  one row per class
--          class_number  count   1 is the lowest
--          from_points   number  lower limit, which belongs to the class
--          to_points     number  upper limit, which belongs to the next class; NULL = none
--          source_ids    text    ids of the sources used, space between

SELECT
    score_classes.class_number,
    score_classes.from_points,
    score_classes.to_points,
    score_classes.source_id AS source_ids
FROM score_classes
ORDER BY score_classes.class_number
