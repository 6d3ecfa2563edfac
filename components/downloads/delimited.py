"""A CSV file that Finnish Excel opens right and that a naive reader sums right: a rectangle, nothing to skip.

What the file says about itself stands in constant columns (`file_…`) after the data: comment lines before or after
the rows break readers or end up in sums. UTF-8 with a byte order mark, `;`, decimal comma, CRLF, ISO dates.
"""

import csv
import io
import re
from datetime import date
from decimal import Decimal

from components.downloads.columns import FileColumn
from components.downloads.explanation import Explanation

# A spreadsheet runs a text that begins so, also behind white space and as full-width characters.
_STARTERS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_AFTER_SEPARATOR = re.compile(r"(?<=[;,|])(?=[=+\-@＝＋－＠])")


def write(columns: list[FileColumn], explanation: Explanation) -> bytes:
    """The file. The heading row has machine names, so that programs agree in every language."""
    told = _told(explanation)
    text = io.StringIO(newline="")
    lines = csv.writer(text, delimiter=";", lineterminator="\r\n")
    lines.writerow([*(column.name for column in columns), *told])
    for row in zip(*(column.values for column in columns), strict=True):
        lines.writerow([*map(cell, row), *told.values()])
    return text.getvalue().encode("utf-8-sig")


def cell(value) -> str:
    """One cell. Only a text can be made harmless by an apostrophe: a negative number stays a number."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal | int):
        return str(value).replace(".", ",")
    return value.isoformat() if isinstance(value, date) else harmless(str(value))


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula, not even one that parts the cells in other places than we do."""
    parted = _AFTER_SEPARATOR.sub("'", text)
    return f"'{parted}" if text.startswith(_STARTERS) or text.lstrip().startswith(_STARTERS) else parted


def _told(explanation: Explanation) -> dict[str, str]:
    """The constant columns, name -> text."""
    sources = " | ".join(f"{source['label']} <{source['url'] or source['id']}>" for source in explanation.sources)
    told = {
        "file_as_of": explanation.params.get("as_of"),
        "file_known_by": explanation.params.get("known_by"),
        "file_choices": explanation.choices,
        "file_release": explanation.release_id,
        "file_data_until": explanation.data_until,
        "file_sources": sources,
        "file_licence": explanation.licence,
        "file_is_example": explanation.is_example,
        "file_is_reconstructed": explanation.is_reconstructed,
    }
    return {name: cell(value) for name, value in told.items()}
