-- Which national programmes are there, and how many links has each, by programme?
--
-- params   as_of         date; only programmes and links that had begun by then; NULL = everything
--          known_by      date; only what was known on or before it; NULL = everything
--          link_kind     link kind code; only links of the kind, and their ends; NULL = all
--          owner_kind    owner kind code; only its programmes, and what they are linked with; NULL = all
--          year          year as text; only programmes that may have run then, and their links; NULL = all
--          focus         programme code to be marked; NULL = none
--          municipality  municipality code whose programmes are to be marked; NULL = none
-- returns  one row per programme in view
--          programme_code   code     programme
--          node_number      count    its number in the picture; NULL = it has no place there yet
--          x_pct            %        its place from the left of the picture
--          y_pct            %        its place from the top
--          name_fi          text     name in Finnish
--          name_sv          text     name in Swedish
--          name_en          text     name in English
--          owner_code       code     owner; NULL = not stated
--          owner_kind       code     kind of owner
--          starts_earliest  date     first day it may have started; NULL = not stated
--          starts_latest    date     last day it may have started; NULL = not stated
--          ends_earliest    date     first day it may have ended; NULL = not stated
--          ends_latest      date     last day it may have ended; NULL = not stated
--          links            count    links in view that start from it or lead to it
--          is_chosen        boolean  chosen by the reader, itself or through the municipality
--          is_neighbour     boolean  linked with a chosen one
--          source_ids       text     ids of the sources used, space between
-- with     reached, matching, linked, focused

WITH ends AS (
    SELECT
        linked.from_programme_code AS programme_code,
        linked.to_programme_code AS other_code
    FROM linked
    UNION ALL
    SELECT
        linked.to_programme_code AS programme_code,
        linked.from_programme_code AS other_code
    FROM linked
),

counted AS (
    SELECT
        ends.programme_code,
        count(*) AS links,
        bool_or(focused.programme_code IS NOT NULL) AS is_neighbour
    FROM ends
    LEFT JOIN focused
        ON ends.other_code = focused.programme_code
    GROUP BY ends.programme_code
)

SELECT
    programmes.programme_code,
    programme_points.node_number,
    programme_points.x_pct,
    programme_points.y_pct,
    programmes.name_fi,
    programmes.name_sv,
    programmes.name_en,
    programmes.owner_code,
    programmes.owner_kind,
    programmes.starts_earliest,
    programmes.starts_latest,
    programmes.ends_earliest,
    programmes.ends_latest,
    coalesce(counted.links, 0) AS links,
    focused.programme_code IS NOT NULL AS is_chosen,
    coalesce(counted.is_neighbour, false) AS is_neighbour,
    programmes.source_id AS source_ids
FROM programmes
LEFT JOIN programme_points
    ON programmes.programme_code = programme_points.programme_code
LEFT JOIN counted
    ON programmes.programme_code = counted.programme_code
LEFT JOIN focused
    ON programmes.programme_code = focused.programme_code
WHERE
    counted.programme_code IS NOT NULL
    OR (
        $link_kind IS NULL
        AND programmes.programme_code IN (SELECT matching.programme_code FROM matching)
        AND coalesce(
            coalesce(programmes.starts_latest, programmes.ends_latest, programmes.known_since) <= $as_of, true
        )
    )
ORDER BY programme_points.node_number NULLS LAST, programmes.programme_code
