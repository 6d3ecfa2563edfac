"""What is wrong with a row as a whole: totals, footnotes, and cells that must agree with each other."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from data.agreements import RowCheck
from data.catalogue import Catalogue
from data.cells import Setting, is_total, tidy
from data.entries import Table
from data.letters import odd_letters
from data.problems import Problem
from data.registers import folded

_MARKS = ("*", "†", "‡", "huom", "lähde", "obs", "källa", "note", "source", "1)", "2)")


@dataclass(frozen=True)
class Fault:
    """What a check finds in a row: the sentences that tell it unless the check has its own, and how grave it is."""

    wording: str
    severity: str = "error"
    rule: str | None = None
    details: Mapping[str, str] = field(default_factory=dict)


def no_row_at_all(cells: Mapping[str, str], table: Table, file: str, row: int) -> Problem | None:
    """The problem of a row that is a total or a footnote and no row of the table; None when it is one."""
    filled = {name: tidy(text) for name, text in cells.items() if name in table.columns and text.strip()}
    if len(filled) == len(table.columns):
        return None
    total = next((name for name in table.columns if is_total(filled.get(name, ""))), None)
    if total and any(name not in filled for name in table.key):
        return Problem(file, "totals-row", row=row, column=total, value=filled[total])
    if len(filled) == 1 and len(table.columns) > 2:
        name, text = filled.popitem()
        if text.casefold().startswith(_MARKS) or " " in text:
            return Problem(file, "footnote-row", row=row, column=name, value=text)
    return None


def row_problems(
    values: Mapping, cells: Mapping[str, str], table: Table, *, catalogue: Catalogue, setting: Setting, at: tuple
) -> Iterator[Problem]:
    """What the checks of a table find in one row; a check whose cells are empty or faulty waits."""
    file, row = at
    for check in table.checks:
        value, other = values.get(check.column), values.get(check.other)
        if value is None or other is None:
            continue
        fault = _KINDS[check.kind](
            value, other, catalogue.columns.get(check.other), setting, check=check, catalogue=catalogue
        )
        if fault:
            details = {"other": check.other, "than": cells.get(check.other, ""), **fault.details}
            has_own = all(check.texts.values()) and fault.rule is None
            wording = "own-check" if has_own else fault.wording
            shown = {"value": tidy(cells[check.column]), "severity": fault.severity}
            details |= {"text": check.texts} if has_own else {}
            yield Problem(
                file, fault.rule or check.id, row=row, column=check.column, details=details, wording=wording, **shown
            )


def _at_most(value, other, *_, **__) -> Fault | None:
    return Fault("more-than-other") if value > other else None


def _year(value: date, other: int, *_, **__) -> Fault | None:
    return Fault("date-year-mismatch") if value.year != other else None


def _name_of(value: str, other: str, column, setting: Setting, **_) -> Fault | None:
    """A name that is none of those of the code; letters that are not what they seem are told as the cause."""
    if column.register in setting.registers:
        names = setting.registers[column.register].places[other].names
    else:
        names = {folded(word) for word in setting.codes.get(column.codes or "", {}).get(other, {}).values()}
    if folded(value) in names:
        return None
    odd = odd_letters(value)
    return Fault(odd[0], details=odd[1]) if odd else Fault("code-name-mismatch", details={"code": other})


def _valid_in(value: str, other, column, setting: Setting, *, check: RowCheck, catalogue: Catalogue) -> Fault | None:
    """A municipality that had ended by the year is an error; one that has ended since is told."""
    registers, register = setting.registers, catalogue.columns[check.column].register
    place = registers[register].places[value] if register in registers else None
    if place is None or place.valid_to is None:
        return None
    now = registers[register].places.get(place.merged_into)
    details = {"place": place.name, "ended": str(place.valid_to), "now": place.merged_into}
    details |= {"now_name": now.name if now else "–"}
    if place.valid_to.year < (other.year if isinstance(other, date) else other):
        return Fault("municipality-ended", details=details)
    return Fault("municipality-merged", severity="warning", rule="municipality-merged", details=details)


_KINDS: Mapping[str, Callable[..., Fault | None]] = {
    "at_most": _at_most,
    "year": _year,
    "name_of": _name_of,
    "valid_in": _valid_in,
}
