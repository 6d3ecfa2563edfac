-- What was the light of the costs at each meeting, against the original and against the latest estimate?
--
-- params   as_of      date; only meetings held on or before it; NULL = everything
--          known_by   date; only what was known on or before it; NULL = everything
--          programme  programme code; NULL = all
-- returns  one row per meeting; costs and estimates count from their own day, even when they became known later
--          meeting_number       count    number of the meeting
--          held_on              date     day of the meeting
--          outcome_eur          EUR      total cost booked by then; NULL = no books are in
--          original_pct         %        outcome in per cent of the original estimate, one decimal
--          original_light_code  code     within, near or over; NULL = no books, no estimate or no rule
--          latest_pct           %        outcome in per cent of the latest estimate of the day
--          latest_light_code    code     the same light against the latest estimate
--          same_meetings        count    meetings in a row, this one included, with this light of the original estimate
--          near_pct             %        above it the light is near
--          limit_pct            %        above it the light is over
--          is_reconstructed     boolean  read from costs or estimates that became known after the meeting
--          source_ids           text     ids of the sources used, space between

WITH held AS (
    SELECT
        meetings.meeting_code,
        meetings.programme_code,
        meetings.meeting_number,
        meetings.held_on,
        meetings.source_id
    FROM meetings
    WHERE
        coalesce(meetings.held_on <= $as_of, true)
        AND coalesce(meetings.known_since <= $known_by, true)
        AND coalesce(meetings.programme_code = $programme, true)
),

years AS (
    SELECT
        held.meeting_code,
        costs.booked_year,
        coalesce(
            CASE WHEN bool_and(costs.period_to <= held.held_on) THEN max(cost_totals.printed_eur) END,
            sum(costs.booked_eur) FILTER (WHERE costs.period_to <= held.held_on)
        ) AS booked_eur,
        max(costs.known_since) FILTER (WHERE costs.period_to <= held.held_on) AS known_last,
        max(costs.source_id) AS source_id
    FROM held
    INNER JOIN costs
        ON held.programme_code = costs.programme_code
    LEFT JOIN cost_totals
        ON
            costs.programme_code = cost_totals.programme_code
            AND costs.booked_year = cost_totals.booked_year
            AND cost_totals.total_kind = 'by_year'
            AND coalesce(cost_totals.known_since <= $known_by, true)
    WHERE coalesce(costs.known_since <= $known_by, true)
    GROUP BY
        held.meeting_code,
        costs.booked_year
    HAVING bool_or(costs.period_to <= held.held_on)
),

outcomes AS (
    SELECT
        years.meeting_code,
        sum(years.booked_eur) AS outcome_eur,
        max(years.known_last) AS known_last,
        max(years.source_id) AS source_id
    FROM years
    GROUP BY years.meeting_code
),

promised AS (
    SELECT
        held.meeting_code,
        estimates.estimated_eur,
        estimates.is_original,
        estimates.known_since,
        row_number() OVER (
            PARTITION BY held.meeting_code
            ORDER BY estimates.made_latest DESC, estimates.estimate_code DESC
        ) AS place
    FROM held
    INNER JOIN estimates
        ON
            held.programme_code = estimates.programme_code
            AND held.held_on >= estimates.made_latest
    WHERE coalesce(estimates.known_since <= $known_by, true)
),

compared AS (
    SELECT
        held.meeting_code,
        held.programme_code,
        held.meeting_number,
        held.held_on,
        outcomes.outcome_eur,
        100 * outcomes.outcome_eur / originals.estimated_eur AS original_pct,
        100 * outcomes.outcome_eur / latest.estimated_eur AS latest_pct,
        coalesce(outcomes.known_last > held.held_on, false)
        OR coalesce(latest.known_since > held.held_on, false) AS is_reconstructed,
        concat_ws(' ', held.source_id, outcomes.source_id) AS source_ids
    FROM held
    LEFT JOIN outcomes
        ON held.meeting_code = outcomes.meeting_code
    LEFT JOIN promised AS originals
        ON
            held.meeting_code = originals.meeting_code
            AND originals.is_original
    LEFT JOIN promised AS latest
        ON
            held.meeting_code = latest.meeting_code
            AND latest.place = 1
),

lit AS (
    SELECT
        compared.*,
        light_rules.near_pct,
        light_rules.limit_pct,
        CASE
            WHEN compared.original_pct > light_rules.limit_pct THEN 'over'
            WHEN compared.original_pct > light_rules.near_pct THEN 'near'
            WHEN compared.original_pct <= light_rules.near_pct THEN 'within'
        END AS original_light_code,
        CASE
            WHEN compared.latest_pct > light_rules.limit_pct THEN 'over'
            WHEN compared.latest_pct > light_rules.near_pct THEN 'near'
            WHEN compared.latest_pct <= light_rules.near_pct THEN 'within'
        END AS latest_light_code
    FROM compared
    LEFT JOIN light_rules
        ON light_rules.measure_code = 'outcome_against_estimate'
),

runs AS (
    SELECT
        lit.*,
        row_number() OVER (PARTITION BY lit.programme_code ORDER BY lit.held_on, lit.meeting_code)
        - row_number() OVER (
            PARTITION BY lit.programme_code, lit.original_light_code ORDER BY lit.held_on, lit.meeting_code
        ) AS run
    FROM lit
)

SELECT
    runs.meeting_number,
    runs.held_on,
    runs.outcome_eur,
    CAST(round(runs.original_pct, 1) AS DECIMAL(9, 1)) AS original_pct,
    runs.original_light_code,
    CAST(round(runs.latest_pct, 1) AS DECIMAL(9, 1)) AS latest_pct,
    runs.latest_light_code,
    CASE
        WHEN runs.original_light_code IS NOT NULL
            THEN row_number() OVER (
                PARTITION BY runs.programme_code, runs.original_light_code, runs.run
                ORDER BY runs.held_on, runs.meeting_code
            )
    END AS same_meetings,
    runs.near_pct,
    runs.limit_pct,
    runs.is_reconstructed,
    runs.source_ids
FROM runs
ORDER BY runs.held_on, runs.meeting_code
