-- How do the grants booked as costs differ from the grants awarded, by year?
--
-- params   as_of      date; only what happened, or whose period ended, on or before it; NULL = everything
--          known_by   date; only what was known on or before it; NULL = everything
--          programme  programme code; NULL = all
-- returns  one row per year with an award or a booking, of programmes that have books
--          year            year     year of the decision and of the booking
--          awarded_eur     EUR      awarded in the year, exact amounts
--          booked_eur      EUR      booked as grants, signed; NULL = the books of the year are not in
--          difference_eur  EUR      awarded less booked; NULL = the books of the year are not in
--          explained_code  code     not_explained, return_amount_not_stated or year_not_booked; NULL = no difference
--          source_ids      text     ids of the sources used, space between
-- cube     year
-- with     known, awarded, returned, entries, differences

SELECT
    differences.year,
    differences.awarded_eur,
    differences.booked_eur,
    differences.difference_eur,
    differences.explained_code,
    differences.source_ids
FROM differences
ORDER BY differences.year
