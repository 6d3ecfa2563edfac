-- What have readers asked, and what was answered, by question?
--
-- params   as_of     date; asked on or before it, and what was answered by then; NULL = everything
--          known_by  date; only what was known on or before it; NULL = everything
-- returns  one row per question, open ones first, then the newest
--          question_code   code     question
--          asked_on        date     asked
--          due_on          date     to be answered by: 14 days after it was asked
--          panel_code      code     page and panel that it is about; NULL = none
--          question_fi     text     question in Finnish
--          question_sv     text     question in Swedish
--          question_en     text     question in English
--          answer_fi       text     answer in Finnish; NULL = not answered
--          answer_sv       text     answer in Swedish; NULL = not answered
--          answer_en       text     answer in English; NULL = not answered
--          answered_on     date     answered; NULL = not answered
--          days_to_answer  count    days from the question to the answer; NULL = not answered
--          is_late         boolean  answered after the day due; NULL = not answered
--          source_ids      text     ids of the sources used, space between
--
-- The 14 days are those in which feedback must be answered by the act on the provision of digital services (306/2019).

WITH told AS (
    SELECT
        public_questions.*,
        row_number() OVER (
            PARTITION BY public_questions.question_code
            ORDER BY public_questions.known_since DESC
        ) AS place
    FROM public_questions
    WHERE
        coalesce(public_questions.asked_on <= $as_of, true)
        AND coalesce(public_questions.answered_on <= $as_of, true)
        AND coalesce(public_questions.known_since <= $known_by, true)
)

SELECT
    told.question_code,
    told.asked_on,
    CAST(told.asked_on + INTERVAL 14 DAY AS DATE) AS due_on,
    told.panel_code,
    told.question_fi,
    told.question_sv,
    told.question_en,
    told.answer_fi,
    told.answer_sv,
    told.answer_en,
    told.answered_on,
    told.answered_on - told.asked_on AS days_to_answer,
    told.answered_on - told.asked_on > 14 AS is_late,
    told.source_id AS source_ids
FROM told
WHERE told.place = 1
ORDER BY told.answered_on IS NOT NULL ASC, told.asked_on DESC, told.question_code ASC
