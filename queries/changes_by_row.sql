-- What was added, changed, removed or corrected between two days, by row?
--
-- params   since      date; the earlier of the two days; NULL = from the beginning, so that everything is new
--          as_of      date; the later of the two days; NULL = everything
--          known_by   date; only what was known on or before it; NULL = everything
--          programme  programme code; NULL = all
-- returns  one row per fact that differs: what counted on the earlier day against what counts on the later one
--          changed_table_code  code     grants, costs, estimates, counts or participants
--          change_kind_code    code     new, changed, removed or corrected (the same day, told otherwise later)
--          change_key          text     key of the fact
--          grant_id            code     grant; NULL unless of grants
--          fact_code           code     event of a grant, type of cost, estimate, measure or kind of participant
--          booked_year         year     year of a cost; NULL otherwise
--          name_fi             text     lead of a grant or participant in Finnish; NULL otherwise
--          name_sv             text     the same in Swedish
--          name_en             text     the same in English
--          old_number          number   before, in its unit; NULL = nothing, or not stated
--          new_number          number   now, in its unit; NULL = nothing, or not stated
--          difference_number   number   now less before; a cost or an award adds to nothing; NULL = not known
--          unit                code     EUR or count; NULL = a state only
--          old_code            code     state before: of the amount, precision of the count or role
--          new_code            code     state now
--          about_on            date     day that the newest fact is about
--          known_since         date     when it became known
--          note_fi             text     reason in Finnish; NULL = not stated
--          note_sv             text     reason in Swedish
--          note_en             text     reason in English
--          source_ids          text     ids of the sources used, space between
-- with     place_names, leads, joined, facts

WITH earlier AS (
    SELECT
        facts.*,
        row_number() OVER (
            PARTITION BY facts.changed_table_code, facts.change_key
            ORDER BY
                CASE WHEN facts.known_since <= $since THEN 0 ELSE 1 END ASC,
                facts.about_on DESC,
                CASE WHEN facts.known_since <= $since THEN facts.known_since END DESC NULLS LAST,
                facts.known_since ASC
        ) AS place
    FROM facts
    WHERE coalesce(facts.about_on <= $since, false)
),

later AS (
    SELECT
        facts.*,
        row_number() OVER (
            PARTITION BY facts.changed_table_code, facts.change_key
            ORDER BY facts.about_on DESC, facts.known_since DESC
        ) AS place
    FROM facts
    WHERE coalesce(facts.about_on <= $as_of, true)
),

before AS (
    SELECT earlier.*
    FROM earlier
    WHERE earlier.place = 1
),

after AS (
    SELECT later.*
    FROM later
    WHERE later.place = 1
)

SELECT
    coalesce(after.changed_table_code, before.changed_table_code) AS changed_table_code,
    CASE
        WHEN before.change_key IS NULL THEN 'new'
        WHEN after.change_key IS NULL THEN 'removed'
        WHEN before.about_on = after.about_on THEN 'corrected'
        ELSE 'changed'
    END AS change_kind_code,
    coalesce(after.change_key, before.change_key) AS change_key,
    coalesce(after.grant_id, before.grant_id) AS grant_id,
    coalesce(after.fact_code, before.fact_code) AS fact_code,
    coalesce(after.booked_year, before.booked_year) AS booked_year,
    coalesce(after.name_fi, before.name_fi) AS name_fi,
    coalesce(after.name_sv, before.name_sv) AS name_sv,
    coalesce(after.name_en, before.name_en) AS name_en,
    before.fact_number AS old_number,
    after.fact_number AS new_number,
    CAST(
        CASE
            WHEN before.change_key IS NOT NULL AND after.change_key IS NOT NULL
                THEN after.fact_number - before.fact_number
            WHEN coalesce(after.changed_table_code, before.changed_table_code) IN ('costs', 'grants')
                THEN coalesce(after.fact_number, -before.fact_number)
        END AS DECIMAL(18, 2)
    ) AS difference_number,
    coalesce(after.unit, before.unit) AS unit,
    before.state_code AS old_code,
    after.state_code AS new_code,
    coalesce(after.about_on, before.about_on) AS about_on,
    coalesce(after.known_since, before.known_since) AS known_since,
    after.note_fi,
    after.note_sv,
    after.note_en,
    array_to_string(
        list_sort(
            list_distinct(
                [before.source_id, before.announced_source_id, after.source_id, after.announced_source_id]
            )
        ),
        ' '
    ) AS source_ids
FROM after
FULL JOIN before
    ON
        after.changed_table_code = before.changed_table_code
        AND after.change_key = before.change_key
WHERE
    before.change_key IS NULL
    OR after.change_key IS NULL
    OR before.fact_number IS DISTINCT FROM after.fact_number
    OR before.state_code IS DISTINCT FROM after.state_code
ORDER BY changed_table_code, about_on, change_key
