"""The network as tables: its programmes, and its links with owner, years, source and the day of the last check."""

from dash import html

from components.filters import Filters
from components.heading import folded
from components.network_keys import focus_address, letter, link_id
from components.network_words import link_years, owner, programme_years
from components.numbers import day, is_missing
from components.participant_tables import described, quiet
from components.sources import number_links
from components.tables import column, table, value_text
from components.text import say


def programmes(rows: list[dict], choice: Filters):
    """One row a programme: number and name, owner and its kind, years, links, source."""
    lang = choice.lang
    cells = {
        "name": lambda row: _programme(row, choice),
        "owner": lambda row: quiet(owner(row["owner_code"], lang), is_known=not is_missing(row["owner_code"])),
        "owner_kind": lambda row: value_text(lang, "owner_kind", row["owner_kind"]),
        "years": lambda row: programme_years(row, lang),
        "links": lambda row: value_text(lang, "links", row["links"]),
        "sources": lambda row: number_links(lang, row["source_ids"]),
    }
    columns = [described(lang, f"network.column.{name}", cell) for name, cell in cells.items()]
    return table(columns, rows, caption=say(lang, "network.graph.table"), row_class=_row_class, is_stacked=True)


def _row_class(row: dict) -> str:
    return "described is-chosen" if row["is_chosen"] else "described"


def _programme(row: dict, choice: Filters) -> list:
    """Its number and its name, which chooses it; a word says when it is chosen."""
    name = html.A(row[f"name_{choice.lang}"], href=focus_address(choice, row["programme_code"]))
    return [f"{row['node_number']}. ", name, *_mark(row, choice.lang)]


def _mark(row: dict, lang: str) -> list:
    return [" ", html.Strong(say(lang, "network.chosen"), className="chosen-mark")] if row["is_chosen"] else []


def links(rows: list[dict], unlinked: list[dict], choice: Filters) -> html.Details:
    """One row a link, chosen ones first, then one for each programme in view without any; folded: it is long."""
    lang = choice.lang
    chosen = sum(row["is_chosen"] for row in rows)
    key = "network.links.fold_chosen" if chosen else "network.links.fold"
    title = say(lang, key, links=str(len(rows)), alone=str(len(unlinked)), chosen=str(chosen))
    listed = sorted(rows, key=lambda row: not row["is_chosen"])
    return folded(title, _links(listed, unlinked, choice), identity="network-links-rows")


def _links(rows: list[dict], unlinked: list[dict], choice: Filters):
    lang = choice.lang
    cells = {
        "from": lambda row: _end(row, "from", choice),
        "kind": lambda row: _kind(row, lang),
        "to": lambda row: _end(row, "to", choice),
        "owners": lambda row: _owners(row, lang),
        "years": lambda row: link_years(row, lang),
        "checked": lambda row: _checked(row, lang),
        "sources": lambda row: number_links(lang, row["source_ids"]),
    }
    columns = [described(lang, f"network.column.{name}", cell) for name, cell in cells.items()]
    return table(
        columns,
        [*rows, *[_alone(row) for row in unlinked]],
        caption=say(lang, "network.links.table"),
        row_class=_row_class,
        is_stacked=True,
    )


def _alone(row: dict) -> dict:
    """A programme without links in the form of a link's row."""
    names = {f"from_name_{lang}": row[f"name_{lang}"] for lang in ("fi", "sv", "en")}
    empty = dict.fromkeys(("to_programme_code", "link_kind_code", "linked_from_year", "linked_to_year", "checked_on"))
    return {**row, **names, **empty, "from_programme_code": row["programme_code"], "from_owner_code": row["owner_code"]}


def _end(row: dict, which: str, choice: Filters):
    """One end of a link by name; it chooses the programme. The first end carries the name of the whole link."""
    code = row[f"{which}_programme_code"]
    if code is None:
        return quiet("–", is_known=False)
    name = html.A(row[f"{which}_name_{choice.lang}"], href=focus_address(choice, code), **{"data-node": code})
    return [name, *_mark(row, choice.lang)] if which == "from" else name


def _kind(row: dict, lang: str) -> html.Span:
    """The letter and the words of the kind, and what else the source tells."""
    kind = row["link_kind_code"]
    if kind is None:
        return quiet(say(lang, "network.no_links"), is_known=False)
    words = f"{letter(kind)} · {value_text(lang, 'link_kind_code', kind)}"
    detail = row[f"detail_{lang}"]
    parts = [words] if is_missing(detail) else [words, html.Span(detail, className="register-sub")]
    return html.Span(parts, **{"data-link": link_id(row)})


def _owners(row: dict, lang: str) -> str:
    """The owner of the first end, and of the second when there is one."""
    first = owner(row["from_owner_code"], lang)
    if row["link_kind_code"] is None:
        return first
    return say(lang, "network.owners", first=first, second=owner(row["to_owner_code"], lang))


def _checked(row: dict, lang: str):
    if row["link_kind_code"] is None:
        return quiet("–", is_known=False)
    if is_missing(row["checked_on"]):
        return quiet(say(lang, "network.unchecked"), is_known=False)
    return day(lang, row["checked_on"])


def clashes(rows: list[dict], lang: str):
    """One row a quarter: programmes, calls, deadlines, duties, and all of them together."""
    names = ("quarter", "programmes", "calls", "deadlines", "duties", "clashes")
    return table([column(lang, name) for name in names], rows, caption=say(lang, "network.clashes.table"))
