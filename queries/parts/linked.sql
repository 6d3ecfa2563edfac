-- The links in view: of the chosen kind, known and begun by then, with an end among the matching programmes.
SELECT
    programme_links.from_programme_code,
    programme_links.to_programme_code,
    programme_links.link_kind_code,
    programme_links.detail_fi,
    programme_links.detail_sv,
    programme_links.detail_en,
    programme_links.linked_from_year,
    programme_links.linked_to_year,
    programme_links.checked_on,
    programme_links.source_id
FROM programme_links
WHERE
    coalesce(programme_links.known_since <= $known_by, true)
    AND coalesce(
        coalesce(make_date(programme_links.linked_from_year, 12, 31), programme_links.known_since) <= $as_of, true
    )
    AND coalesce(programme_links.link_kind_code = $link_kind, true)
    AND (
        programme_links.from_programme_code IN (SELECT matching.programme_code FROM matching)
        OR programme_links.to_programme_code IN (SELECT matching.programme_code FROM matching)
    )
