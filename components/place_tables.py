"""Tables of a municipality's page: its role, its grants with everybody who shares them, programmes, similar places."""

from dash import html

from components.facts import facts
from components.filters import Filters
from components.grant_tables import amount, returned, theme
from components.grant_words import grants as grants_in_words
from components.numbers import span
from components.place_card import link, population
from components.tables import Column, alphabet, alphabetical, column, stacked, table, value_text
from components.text import say


def role(rows: list[dict], programmes: list[dict], tried: list[dict], lang: str) -> html.Div:
    """For each programme: role, what it rests on, when it joined and how far it came. `tried`: its experiments."""
    names = {row["programme_code"]: row[f"name_{lang}"] for row in programmes}
    return html.Div([_role(row, names, tried, lang) for row in rows])


def _role(row: dict, names: dict[str, str], tried: list[dict], lang: str) -> html.Dl:
    basis = [
        value_text(lang, "evidence_code", row["evidence_code"]),
        html.Span(row[f"role_basis_{lang}"], className="register-sub"),
    ]
    listed = {
        "programme": names.get(row["programme_code"]),
        "role": html.Strong(value_text(lang, "role_code", row["role_code"])),
        "evidence": basis,
        "joined": span(lang, row["joined_earliest"], row["joined_latest"]),
        "status": _status(row, tried, lang),
    }
    return facts([(say(lang, f"municipality.role.{key}"), value) for key, value in listed.items()])


def _status(row: dict, tried: list[dict], lang: str) -> str:
    """The state of the participant; where no source states one, the states known of its single experiments."""
    known = [each["state_code"] for each in tried if each["programme_code"] == row["programme_code"]]
    states = dict.fromkeys(value_text(lang, "state_code", code) for code in known if code != "not_stated")
    if row["participant_status_code"] == "not_stated" and states:
        return say(lang, "municipality.role.by_experiment", states=", ".join(states))
    return value_text(lang, "participant_status_code", row["participant_status_code"])


def experiments(rows: list[dict], choice: Filters):
    """One row an experiment: its title leading to its own page, theme, state, and whether it is still in use."""
    lang = choice.lang
    columns = [
        Column(say(lang, "municipality.experiments.title"), lambda row: _experiment(row, choice)),
        Column(say(lang, "grants.column.theme"), lambda row: theme(row, lang)),
        column(lang, "state_code"),
        column(lang, "use_code"),
    ]
    ordered = sorted(rows, key=lambda row: (alphabet(row[f"title_{lang}"]), row["experiment_code"]))
    return stacked(columns, ordered, caption=say(lang, "municipality.experiments.table"))


def _experiment(row: dict, choice: Filters) -> html.A:
    path = f"/{choice.lang}/{say(choice.lang, 'experiments.slug')}/{row['experiment_code']}"
    return html.A(row[f"title_{choice.lang}"], href=path + choice.to_search())


def grants(rows: list[dict], recipients: list[dict], choice: Filters):
    """One row a grant: project, everybody who received it, the share, the amount of the whole grant."""
    lang = choice.lang
    of_grant = {row["grant_id"]: [] for row in rows}
    for each in recipients:
        of_grant.setdefault(each["grant_id"], []).append(each)
    columns = [
        Column(say(lang, "grants.column.project"), lambda row: _project(row, choice)),
        Column(
            say(lang, "municipality.grants.together"), lambda row: _together(row, of_grant[row["grant_id"]], choice)
        ),
        Column(say(lang, "grant.recipients.share"), lambda row: _share(row, of_grant[row["grant_id"]], choice)),
        Column(say(lang, "grants.column.amount"), lambda row: amount(row, lang), is_number=True),
    ]
    return table(columns, rows, caption=say(lang, "municipality.grants.table"), is_stacked=True)


def _project(row: dict, choice: Filters) -> list:
    """The project's title linked to its lasting page, its round, and that a part was returned."""
    lang = choice.lang
    path = f"/{lang}/{say(lang, 'grants.slug')}/{row['grant_id']}{choice.to_search()}"
    title = html.A(row[f"title_{lang}"] or say(lang, "grants.untitled"), href=path)
    told = filter(None, (f"{say(lang, 'grants.column.round')} {row['round_code']}", returned(row, lang)))
    return [title, *[part for each in told for part in (" ", html.Span(each, className="register-sub"))]]


def _together(row: dict, recipients: list[dict], choice: Filters) -> list:
    """Every recipient by name, the lead first; municipalities lead to their pages."""
    lang = choice.lang
    ordered = sorted(recipients, key=lambda each: (each["recipient_role"] != "lead", alphabet(each[f"name_{lang}"])))
    children = [part for each in ordered for part in (", ", _recipient(each, choice))][1:]
    if row["partners_state"] == "not_named":
        children.append(html.Span(say(lang, "municipality.grants.unnamed"), className="register-sub"))
    return children


def _recipient(each: dict, choice: Filters):
    name = each[f"name_{choice.lang}"]
    if each["recipient_kind"] != "municipality" or each["recipient_code"] == choice.municipality:
        return name
    return link(choice, each["recipient_code"], name)


def _share(row: dict, recipients: list[dict], choice: Filters) -> str:
    """Whether the municipality received the whole grant, or a share that the source does not state."""
    own = [each["share_state"] for each in recipients if each["recipient_code"] == choice.municipality]
    return value_text(choice.lang, "share_state", own[0] if own else "not_stated")


def similar(rows: list[dict], choice: Filters):
    """Similar municipalities by name, each linked: region, population with its date, and what the material has."""
    lang = choice.lang
    columns = [
        Column(say(lang, "municipality.similar.name"), lambda row: _similar(row, choice)),
        Column(say(lang, "municipality.place.region"), lambda row: _region(row, lang)),
        Column(say(lang, "municipality.similar.named"), lambda row: _named(row, lang)),
        Column(
            say(lang, "municipality.place.inhabitants"), lambda row: population({**row, "is_estimate": False}, lang)
        ),
    ]
    return table(columns, alphabetical(rows, lang), caption=say(lang, "municipality.similar.table"), is_stacked=True)


def _similar(row: dict, choice: Filters) -> html.A:
    return link(choice, row["municipality_code"], row[f"name_{choice.lang}"])


def _region(row: dict, lang: str):
    name = row[f"region_{lang}"]
    if not row["is_same_region"]:
        return name
    return [name, " ", html.Strong(say(lang, "municipality.similar.same_region"), className="same-region")]


def _named(row: dict, lang: str) -> str:
    """What the material has of a municipality: grants, taking part, or nothing."""
    found = [say(lang, "municipality.similar.participant")] if row["is_participant"] else []
    if row["grants"]:
        found.append(grants_in_words(lang, row["grants"]))
    return ", ".join(found) or say(lang, "municipality.similar.unnamed")
