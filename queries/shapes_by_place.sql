-- What is the outline of each place, in one drawing, on one day?
--
-- params   drawing  schematic|tiles|boundaries; NULL = schematic
--          as_of    date; the division in force on that day; NULL = the latest division
-- returns  one row per municipality, region and city region of the division; none without boundaries for the day
--          place_kind     code   municipality, region or city_region
--          place_code     code   the place
--          path           text   outline as an SVG path, in units of the drawing
--          label_x        count  place of the label from the left, in units
--          label_y        count  place of the label from the top, in units
--          valid_from     date   first day of the outline
--          valid_to       date   last day of the outline; NULL = still in force
--          frame_width    count  width of the whole drawing, in units: viewBox is 0 0 width height
--          frame_height   count  height of the whole drawing, in units
--          origin_sha256  code   checksum of the operator's file of boundaries; NULL = our own drawing
--          source_ids     text   ids of the sources used, space between

WITH drawn AS (
    SELECT
        shapes.drawing_code AS drawing_code,
        shapes.place_kind AS place_kind,
        shapes.place_code AS place_code,
        shapes.path AS path,
        shapes.label_x AS label_x,
        shapes.label_y AS label_y,
        shapes.valid_from AS valid_from,
        shapes.valid_to AS valid_to,
        CAST(NULL AS VARCHAR) AS origin_sha256,
        shapes.source_id AS source_id
    FROM shapes
    UNION ALL
    SELECT
        boundaries.drawing_code AS drawing_code,
        boundaries.place_kind AS place_kind,
        boundaries.place_code AS place_code,
        boundaries.path AS path,
        boundaries.label_x AS label_x,
        boundaries.label_y AS label_y,
        boundaries.valid_from AS valid_from,
        boundaries.valid_to AS valid_to,
        boundaries.origin_sha256 AS origin_sha256,
        boundaries.source_id AS source_id
    FROM boundaries
)

SELECT
    drawn.place_kind,
    drawn.place_code,
    drawn.path,
    drawn.label_x,
    drawn.label_y,
    drawn.valid_from,
    drawn.valid_to,
    map_frames.frame_width,
    map_frames.frame_height,
    drawn.origin_sha256,
    CASE
        WHEN municipality_points.source_id IS NULL THEN drawn.source_id
        ELSE drawn.source_id || ' ' || municipality_points.source_id
    END AS source_ids
FROM drawn
INNER JOIN map_frames
    ON drawn.drawing_code = map_frames.drawing_code
LEFT JOIN municipality_points
    ON
        drawn.drawing_code = 'schematic'
        AND drawn.place_kind = 'municipality'
        AND drawn.place_code = municipality_points.municipality_code
WHERE
    drawn.drawing_code = coalesce($drawing, 'schematic')
    AND coalesce(drawn.valid_from <= $as_of, drawn.valid_to IS NULL)
    AND coalesce(drawn.valid_to >= $as_of, true)
ORDER BY drawn.place_kind, drawn.place_code
