"""What the network page says in sentences: each link by the whole sentence of its kind, counts, years, the choice."""

from collections import Counter

from dash import html

from components.filters import Filters
from components.named_values import Named, listed
from components.network_keys import focus_address, is_marking, letter, link_id
from components.numbers import is_missing
from components.text import say, say_count, sentence
from data import catalogue


def owner(code: str | None, lang: str) -> str:
    """The owner by name, or that the source does not name it."""
    return say(lang, "common.not_stated") if is_missing(code) else catalogue.current().codes["owners"][code][lang]


def link_years(row: dict, lang: str) -> str:
    """`2017–2018`, one year, `from 2016`, or that the source states none."""
    return _years(row["linked_from_year"], row["linked_to_year"], lang)


def programme_years(row: dict, lang: str) -> str:
    """The years of a programme as far as they are stated."""
    start = None if is_missing(row["starts_latest"]) else row["starts_latest"].year
    end = None if is_missing(row["ends_earliest"]) else row["ends_earliest"].year
    return _years(start, end, lang)


def _years(start, end, lang: str) -> str:
    if is_missing(start) and is_missing(end):
        return say(lang, "common.not_stated")
    if is_missing(start):
        return say(lang, "network.until", year=str(int(end)))
    if is_missing(end):
        return say(lang, "network.since", year=str(int(start)))
    return str(int(start)) if start == end else f"{int(start)}–{int(end)}"


def counted(nodes: list[dict], links: list[dict], lang: str) -> str:
    """What the picture shows: programmes, links, which have most of them, the commonest kinds, how many have none."""
    said = [say(lang, "network.count", programmes=str(len(nodes)), links=str(len(links)))]
    if links:
        said.append(say(lang, "network.graph.most", listed=listed(lang, _most_linked(nodes, lang))))
        said.append(say(lang, "network.graph.kinds", **_kinds(links, lang)))
    alone = sum(not row["links"] for row in nodes)
    return " ".join([*said, *([say(lang, "network.graph.alone", count=str(alone))] if alone else [])])


def _most_linked(nodes: list[dict], lang: str) -> list[Named]:
    """The programmes with the most links in view."""
    most = max(row["links"] for row in nodes)
    return [Named(str(most), most, row[f"name_{lang}"]) for row in nodes if row["links"] == most]


def _kinds(links: list[dict], lang: str) -> dict[str, str]:
    """How many kinds of link are in view, and the most common ones with their counts."""
    kinds = catalogue.current().codes["link_kinds"]
    counts = Counter(row["link_kind_code"] for row in links)
    most = max(counts.values())
    common = [Named(str(most), most, kinds[kind][lang]) for kind, count in counts.items() if count == most]
    return {"count": str(len(counts)), "listed": listed(lang, common)}


def chosen(nodes: list[dict], links: list[dict], choice: Filters, name: str | None) -> html.P | None:
    """What the choice marks: the programmes of a municipality or one programme, and their links."""
    if not is_marking(choice):
        return None
    lang = choice.lang
    names = ", ".join(row[f"name_{lang}"] for row in nodes if row["is_chosen"])
    count = sum(row["is_chosen"] for row in links)
    key = "network.marked.of_place" if name and not choice.focus else "network.marked.programmes"
    programmes = str(sum(row["is_chosen"] for row in nodes))
    marked = say(lang, key, names=names, count=str(count), programmes=programmes)
    said = marked if names else say(lang, "network.marked.nothing")
    place = [html.Strong(say(lang, "network.marked.place", name=name)), " "] if name else []
    onward = [" ", html.A(say(lang, "network.timeline.question"), href="#network-timeline")] if name else []
    return html.P([*place, said, *onward], className="network-marked")


def left_out(choice: Filters, every: list[dict]) -> html.P | None:
    """How many programmes a choice of year cannot judge, because the source states no years for them."""
    unknown = sum(is_missing(row["starts_latest"]) and is_missing(row["ends_latest"]) for row in every)
    if not (choice.year and unknown):
        return None
    return html.P(say(choice.lang, "network.left_out", count=str(unknown), year=choice.year), className="note")


def sentences(links: list[dict], unlinked: list[dict], choice: Filters) -> html.Div:
    """Every link as one sentence, folded by kind (open when one is chosen), then the programmes alone."""
    groups = []
    for kind, words in catalogue.current().codes["link_kinds"].items():
        rows = [row for row in links if row["link_kind_code"] == kind]
        named = {"letter": letter(kind), "kind": words[choice.lang]}
        title = say_count(choice.lang, "network.graph.legend_entry", count=len(rows), **named)
        groups.append(_folded(title, rows, choice, _sentence, kind))
    groups.append(_folded(say(choice.lang, "network.no_links"), unlinked, choice, _alone, "none"))
    return html.Div([each for each in groups if each is not None], className="network-sentences")


def _folded(title: str, rows: list[dict], choice: Filters, make, name: str) -> html.Details | None:
    """Sentences behind their heading; None when there are none."""
    if not rows:
        return None
    listed = html.Ul([make(row, choice) for row in rows])
    anchor, is_open = f"network-sentences-{name}".replace("_", "-"), any(row["is_chosen"] for row in rows)
    return html.Details([html.Summary(title), listed], id=anchor, open=is_open)


def _name(row: dict, which: str, choice: Filters) -> html.A:
    """One end of a link by name; it chooses the programme, so that its rows are marked in all three ways."""
    code = row[f"{which}programme_code"]
    return html.A(row[f"{which}name_{choice.lang}"], href=focus_address(choice, code), **{"data-node": code})


def _sentence(row: dict, choice: Filters) -> html.Li:
    """The sentence of a link's kind with its programmes, then what else is told and the years."""
    lang = choice.lang
    said = sentence(
        lang,
        f"network.sentence.{row['link_kind_code']}",
        first=_name(row, "from_", choice),
        second=_name(row, "to_", choice),
    )
    detail = row[f"detail_{lang}"]
    said += [] if is_missing(detail) else [" ", detail]
    return html.Li([*said, " ", _years_sentence(row, lang), *_mark(row, lang)], **_marked(row, link_id(row)))


def _years_sentence(row: dict, lang: str) -> str:
    if is_missing(row["linked_from_year"]) and is_missing(row["linked_to_year"]):
        return say(lang, "network.years.not_stated")
    return say(lang, "network.years.stated", years=link_years(row, lang))


def _mark(row: dict, lang: str) -> list:
    return [" ", html.Strong(say(lang, "network.chosen"), className="chosen-mark")] if row["is_chosen"] else []


def _marked(row: dict, link: str | None = None) -> dict:
    """The attributes of a sentence: which link it is, and whether it is chosen."""
    attributes = {"data-link": link} if link else {}
    return attributes | ({"className": "is-chosen"} if row["is_chosen"] else {})


def _alone(row: dict, choice: Filters) -> html.Li:
    said = sentence(choice.lang, "network.sentence.none", first=_name(row, "", choice))
    return html.Li([*said, *_mark(row, choice.lang)], **_marked(row))


def busiest(rows: list[dict], lang: str, name: str) -> str:
    """The quarters in which most things come at once, and how many they are."""
    most = max((row["clashes"] for row in rows), default=0)
    quarters = ", ".join(row["quarter"] for row in rows if row["clashes"] == most)
    return say(lang, "network.clashes.answer", name=name, count=str(most), quarters=quarters)


def missing_things(rows: list[dict], lang: str) -> html.P:
    """What the material has nothing of: deadlines of the municipality, and the days of duties."""
    has_deadline = any(row["timeline_kind_code"] == "deadline" for row in rows)
    said = [] if has_deadline else [say(lang, "network.timeline.no_deadlines"), " "]
    return html.P([*said, say(lang, "network.timeline.duties")], className="note")
