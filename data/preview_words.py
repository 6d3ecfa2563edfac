"""A preview for a person, line by line, and for a program, as plain data."""

from collections.abc import Iterator

from data.compare import Found
from data.entries import LANGUAGES
from data.messages import Voice
from data.preview import Preview, RuleChange


def show(told: Preview, voice: Voice) -> None:
    """Say what would change; a change of nothing is said too."""
    if not told.tables:
        voice.say("preview_nothing")
        return
    voice.say("preview_against", release=told.release) if told.release else voice.say("preview_first")
    for each in told.tables:
        added, changed, removed = each.counts
        rows = [number(count) for count in each.rows]
        counts = {"added": added, "changed": changed, "removed": removed}
        voice.say("preview_table", table=each.name, before=rows[0], after=rows[1], **counts)
        if told.release:  # otherwise every row is new
            for line in _lines(each):
                voice.show(line)
    for total in told.totals:
        sums = {"before": number(total.before), "after": number(total.after)}
        voice.say("preview_total", table=total.table, column=total.column, **sums)
    for rule in told.rules if told.release else ():
        voice.say(f"preview_rule_{_result(rule)}", rule=rule.texts[voice.lang], **_computed(rule))
    for page, questions in told.pages:
        voice.say("preview_page", path=page.paths[voice.lang], questions=", ".join(questions) or "–")
    for warning in told.held:
        voice.say("preview_held", warning=warning)


def number(value) -> str:
    """A number as it is, or a dash for what is not there."""
    return "–" if value is None else str(value)


def _lines(found: Found) -> Iterator[str]:
    """+ a row added, - a row removed, ~ a value with the old and the new; the first of each."""
    for sign, rows in (("+", found.added), ("-", found.removed)):
        for row in rows:
            yield f"  {sign} " + ", ".join(f"{name}={value}" for name, value in row.items() if value is not None)
    for key, column, old, new in found.changed:
        at = ", ".join(f"{name}={value}" for name, value in zip(found.key, key, strict=True))
        yield f"  ~ {at}  {column}: {number(old)} → {number(new)}"


def _result(rule: RuleChange) -> str:
    """Whether the rule agrees after the change."""
    return "agrees" if rule.passed[1] else "gone" if rule.passed[1] is None else "differs"


def _computed(rule: RuleChange) -> dict[str, str]:
    return {"before": number(rule.computed[0]), "after": number(rule.computed[1])}


def as_data(told: Preview) -> dict:
    """The same as plain data: numbers and dates as text, as they would stand in a delivery."""
    return {
        "release": told.release,
        "tables": [_table(each) for each in told.tables],
        "totals": [
            {"table": each.table, "column": each.column, "before": _text(each.before), "after": _text(each.after)}
            for each in told.totals
        ],
        "rules": [
            {
                "rule": each.rule,
                "text": {lang: each.texts[lang] for lang in LANGUAGES},
                "computed": [_text(value) for value in each.computed],
                "passed": list(each.passed),
            }
            for each in told.rules
        ],
        "pages": [{"page": page.key, "paths": page.paths, "questions": asked} for page, asked in told.pages],
        "held": list(told.held),
    }


def _table(found: Found) -> dict:
    added, changed, removed = found.counts
    return {
        "table": found.name,
        "rows": list(found.rows),
        "added": added,
        "changed": changed,
        "removed": removed,
        "rows_added": [_plain(row) for row in found.added],
        "rows_removed": [_plain(row) for row in found.removed],
        "values_changed": [
            {
                "key": dict(zip(found.key, map(_text, key), strict=True)),
                "column": column,
                "old": _text(old),
                "new": _text(new),
            }
            for key, column, old, new in found.changed
        ],
    }


def _plain(row) -> dict:
    return {name: _text(value) for name, value in row.items()}


def _text(value) -> str | None:
    if isinstance(value, bool):
        return str(value).lower()
    return None if value is None else str(value)
