-- How many decisions are open and past their due date?
--
-- params   as_of      date; the latest state told on or before it, and the day the due dates are held against
--          known_by   date; only what was known on or before it; NULL = everything
--          programme  programme code; NULL = all
-- returns  one row for the rule when decisions are known
--          alert_rule_code     code     rule
--          alert_measure_code  code     what it looks at
--          measured_number     number   open decisions past their due date
--          limit_number        number   alert when the figure is above it
--          unit                code     count
--          is_raised           boolean  the figure is above the limit
--          panel_code          code     page and panel that show the decisions
--          text_fi             text     rule in Finnish
--          text_sv             text     rule in Swedish
--          text_en             text     rule in English
--          source_ids          text     ids of the sources used, space between
-- with     told

WITH counted AS (
    SELECT
        count(*) FILTER (WHERE told.decision_status_code = 'open' AND told.due_on < $as_of) AS overdue,
        max(told.source_id) AS source_id
    FROM told
    WHERE told.place = 1
)

SELECT
    alert_rules.alert_rule_code,
    alert_rules.alert_measure_code,
    CAST(counted.overdue AS DECIMAL(16, 2)) AS measured_number,
    alert_rules.limit_number,
    alert_rules.unit,
    counted.overdue > alert_rules.limit_number AS is_raised,
    alert_rules.panel_code,
    alert_rules.text_fi,
    alert_rules.text_sv,
    alert_rules.text_en,
    counted.source_id || ' ' || alert_rules.source_id AS source_ids
FROM counted
INNER JOIN alert_rules
    ON alert_rules.alert_measure_code = 'decisions_overdue'
WHERE counted.source_id IS NOT NULL
ORDER BY alert_rules.alert_rule_code
