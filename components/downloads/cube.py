"""A JSON-stat 2.0 dataset: an answer that is a cube, with its dimensions, its measures and their units.

JSON-stat 2.0 (https://json-stat.org/full/): `id` and `size` name the dimensions, the last of which holds the measures;
`value` has one number a cell in that order, the last dimension first to move, null where nothing is stated. A cube
that is mostly empty writes `value` as an object of the filled cells, as the format allows.
"""

from math import prod

import orjson

from components.downloads.columns import FileColumn
from components.downloads.explanation import Explanation
from components.downloads.objects import plain
from components.text import say
from data import catalogue

MEASURES = "measure"
UNSPECIFIED = "not_specified"
GEOGRAPHIC = ("municipality_code", "region_code", "country_code", "place_code", "recipient_code")
# Cells for each one that is filled: beyond that an object is shorter than a list.
SPARSE = 3


class NotACubeError(ValueError):
    """The answer has no dimensions declared, so it has no JSON-stat file."""


def write(columns: list[FileColumn], explanation: Explanation, dimensions: tuple[str, ...]) -> bytes:
    """The dataset. Codes are categories, words their labels; everything else stands in `extension`. NotACubeError."""
    if not dimensions:
        raise NotACubeError
    by_name = {column.name: column for column in columns}
    axes = [by_name[name] for name in dimensions]
    measures = [each for each in columns if each.name not in dimensions and is_measure(each)]
    told = {
        "version": "2.0",
        "class": "dataset",
        "label": explanation.title,
        "source": " | ".join(source["label"] for source in explanation.sources),
        "updated": explanation.data_until.isoformat() if explanation.data_until else None,
        **_shape(axes, measures),
        "role": _roles(axes),
        "dimension": _described(axes, measures, by_name, explanation.lang),
        "value": _values(axes, measures),
        "extension": {"tilannekuva": explanation.meta()},
    }
    return orjson.dumps({key: value for key, value in told.items() if value is not None})


def is_measure(column: FileColumn) -> bool:
    """True for a quantity; a year is a number that is not one."""
    return column.type in ("integer", "decimal") and column.unit != "year"


def _shape(axes: list[FileColumn], measures: list[FileColumn]) -> dict:
    """The names of the dimensions and how many categories each has."""
    return {
        "id": [*(axis.name for axis in axes), MEASURES],
        "size": [*(len(categories(axis)) for axis in axes), len(measures)],
    }


def categories(axis: FileColumn) -> list[str]:
    """The codes of a dimension as text, in the order in which the rows have them; years in their own order."""
    found = list(dict.fromkeys(axis.values))
    if axis.unit == "year":
        found.sort(key=lambda year: (year is None, year))
    return [code_of(value) for value in found]


def code_of(value) -> str:
    """The code of a category; a row whose place in a dimension is not specified has a category of its own."""
    return UNSPECIFIED if value is None else str(value)


def _roles(axes: list[FileColumn]) -> dict[str, list[str]]:
    """Which dimensions are time, place and measure; a role without any is left out."""
    times = [axis.name for axis in axes if axis.unit == "year"]
    places = [axis.name for axis in axes if axis.name in GEOGRAPHIC]
    return {role: names for role, names in (("time", times), ("geo", places), ("metric", [MEASURES])) if names}


def _described(axes, measures, by_name, lang: str) -> dict:
    """Each dimension with its categories in words; the measures with their units and decimals."""
    unlisted = [axis.name for axis in axes if axis.unit != "year" and _listed(axis.name) is None]
    names = by_name.get(f"name_{lang}") if len(unlisted) == 1 else None
    described = {}
    for axis in axes:
        words = _words(axis, names if axis.name in unlisted else None, lang)
        category = {"index": categories(axis), "label": {code: words.get(code, code) for code in categories(axis)}}
        described[axis.name] = {"label": axis.heading, "category": category}
    index = [each.name for each in measures]
    category = {"index": index, "label": {each.name: each.heading for each in measures}}
    category["unit"] = {each.name: _unit(each) for each in measures}
    return described | {MEASURES: {"label": say(lang, "downloads.cube.measure"), "category": category}}


def _listed(name: str):
    """The code list of a column, code -> texts; None when it has none."""
    column = catalogue.current().columns.get(name)
    return catalogue.current().codes.get(column.codes) if column and column.codes else None


def _words(axis: FileColumn, names: FileColumn | None, lang: str) -> dict[str, str]:
    """What the codes of a dimension mean: its code list, or the name that each row carries."""
    listed = _listed(axis.name) or {}
    words = {code: texts[lang] for code, texts in listed.items()}
    if names:
        words |= {str(code): name for code, name in zip(axis.values, names.values, strict=True) if name}
    return words | {UNSPECIFIED: say(lang, "downloads.cube.not_specified")}


def _unit(measure: FileColumn) -> dict:
    return {"label": measure.unit or "", "decimals": measure.scale if measure.type == "decimal" else 0}


def _values(axes, measures) -> list | dict:
    """The cells, the measures of a row side by side: a list, or an object when most of them are empty."""
    places = [{code: place for place, code in enumerate(categories(axis))} for axis in axes]
    cells: dict[int, int | float | None] = {}
    for at in range(len(axes[0].values)):
        start = 0
        for axis, place in zip(axes, places, strict=True):
            start = start * len(place) + place[code_of(axis.values[at])]
        for offset, measure in enumerate(measures):
            cells[start * len(measures) + offset] = plain(measure.values[at])
    room = prod(map(len, places)) * len(measures)
    filled = {place: value for place, value in cells.items() if value is not None}
    if room > SPARSE * len(filled):
        return {str(place): value for place, value in sorted(filled.items())}
    return [cells.get(place) for place in range(room)]
