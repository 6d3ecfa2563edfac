"""What an ODS sheet tells besides values, as `facts` tells of XLSX: everything stands in one entry, row by row."""

from collections.abc import Iterator, Mapping

from data.reading.facts import Facts, _local, _walk, column_letters
from data.reading.grid import Unreadable

CONTENT, MANIFEST = "content.xml", "META-INF/manifest.xml"
_CELLS = ("table-cell", "covered-table-cell")
MAX_ROWS = 1_048_576


def all_facts(entries: Mapping[str, bytes]) -> dict[str, Facts]:
    """Sheet name -> its facts. Raises Unreadable when the file is locked or not sound."""
    if b"encryption-data" in entries.get(MANIFEST, b""):
        raise Unreadable("password-protected")
    found: dict[str, Facts] = {}
    current, row = Facts(), 1
    for event, each in _walk(entries.get(CONTENT, b"")):
        name = _local(each.tag)
        if event == "start" and name == "table":
            current, row = Facts(), 1
            found[_attribute(each, "name")] = current
        elif event == "end" and name == "table-row":
            repeated = min(_repeats(each, "rows"), MAX_ROWS)
            _add_row(current, each, row, repeated)
            row += repeated
            each.clear()
    return found


def _add_row(found: Facts, row, number: int, repeated: int) -> None:
    is_filled = False
    for column, cell in _cells(row):
        is_filled |= _add_cell(found, cell, (number, column))
    if is_filled:
        found.reach = max(found.reach[0], number + repeated - 1), found.reach[1]
        if _attribute(row, "visibility") in ("collapse", "filter"):
            found.hidden_rows.update(range(number, number + repeated))


def _cells(row) -> Iterator[tuple[int, object]]:
    """The cells of a row with their column; one that is repeated comes as often as it holds anything."""
    column = 1
    for cell in row:
        if _local(cell.tag) in _CELLS:
            repeated = _repeats(cell, "columns")
            is_filled = bool(_attribute(cell, "value-type"))
            for place in range(column, column + (min(repeated, 20_000) if is_filled else 1)):
                yield place, cell
            column += repeated


def _add_cell(found: Facts, cell, place: tuple[int, int]) -> bool:
    """Put what a cell tells into the facts; whether it holds anything."""
    kind, formula = _attribute(cell, "value-type"), _attribute(cell, "formula")
    text = "".join(cell.itertext())
    _add_merged(found, cell, place)
    if formula:
        (found.formulas if kind and text else found.unsaved)[place] = "=" + formula.partition("=")[2]
    if text.startswith("#") and formula:
        found.errors[place] = text
    if kind == "percentage":
        found.percent.add(place)
    if not (kind or formula):
        return False
    found.shared += len(text)
    found.reach = found.reach[0], max(found.reach[1], place[1])
    return True


def _add_merged(found: Facts, cell, place: tuple[int, int]) -> None:
    rows, columns = (int(_attribute(cell, f"number-{each}-spanned") or 1) for each in ("rows", "columns"))
    if rows > 1 or columns > 1:
        last = place[0] + rows - 1, place[1] + columns - 1
        shown = f"{column_letters(place[1])}{place[0]}:{column_letters(last[1])}{last[0]}"
        found.merged.append((place, last, shown))


def _repeats(element, what: str) -> int:
    text = _attribute(element, f"number-{what}-repeated")
    return max(1, int(text)) if text.isdigit() else 1


def _attribute(element, name: str) -> str:
    return next((value for key, value in element.items() if _local(key) == name), "")
