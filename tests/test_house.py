"""Who may know whom: the rooms of architecture.md, held by reading every import."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("app", "pages", "components", "queries", "data")
MAY_KNOW = {
    "app": {"app", "pages", "components", "queries"},
    "pages": {"pages", "components", "queries"},
    "components": {"components", "data"},
    "queries": {"queries", "data"},
    "data": {"data"},
}
NEVER = {"pages": {"pandas", "plotly", "duckdb", "pyarrow"}, "components": {"duckdb"}, "queries": {"dash", "flask"}}
NEVER |= {"data": {"dash", "flask", "plotly"}}


def files(room: str) -> list[Path]:
    return [ROOT / "app.py"] if room == "app" else sorted((ROOT / room).rglob("*.py"))


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_knows_only_the_rooms_below_it(room):
    known = {(path.name, name.partition(".")[0]) for path in files(room) for name in imports(path)}
    assert {(file, name) for file, name in known if name in ROOMS and name not in MAY_KNOW[room]} == set()


@pytest.mark.parametrize("room", sorted(NEVER))
def test_a_room_never_touches_a_library_of_another(room):
    known = {(path.name, name.partition(".")[0]) for path in files(room) for name in imports(path)}
    assert {(file, name) for file, name in known if name in NEVER[room]} == set()


def test_components_know_only_the_catalogue_of_the_data():
    known = {name for path in files("components") for name in imports(path) if name.partition(".")[0] == "data"}
    assert {name for name in known if not name.startswith("data.catalogue")} == {"data"}


def test_a_page_knows_no_other_page():
    pages = {path.stem for path in files("pages") if "SLUGS" in path.read_text("utf-8")}
    assert len(pages) > 20
    for path in files("pages"):
        if path.stem in pages:
            assert {name for name in imports(path) if name.removeprefix("pages.") in pages - {path.stem}} == set()


def strings(path: Path) -> list[str]:
    """The strings of a Python file that are not docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docs = {
        id(node.body[0].value) for node in ast.walk(tree) if isinstance(node, documented) and ast.get_docstring(node)
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs
    ]


def test_no_words_of_the_reader_stand_in_the_program():
    alphabet = "abcdefghijklmnopqrstuvwxyz"
    python = [text for room in ("pages", "components", "queries") for path in files(room) for text in strings(path)]
    others = [path for pattern in ("queries/*.sql", "assets/*.js", "assets/build/*") for path in ROOT.glob(pattern)]
    written = [text for text in python if re.search("[äöåÄÖÅ]", text) and alphabet not in text]
    written += [match for path in others for match in re.findall(r'"[^"\n]*[äöåÄÖÅ][^"\n]*"', path.read_text("utf-8"))]
    assert written == []


def test_nothing_dangerous_is_used_in_pages():
    forbidden = re.compile(r"dangerously_allow|html\.Iframe|html\.Script|dcc\.Markdown|refresh=True|srcDoc")
    used = [
        path.name
        for room in ("pages", "components")
        for path in files(room)
        if forbidden.search(path.read_text("utf-8"))
    ]
    assert used == []


def test_what_is_served_names_no_other_host():
    foreign = re.compile(r"(src|href|url)\s*[=(:]\s*.?https?://(?!127\.)")
    found = [
        path.name
        for path in [*ROOT.glob("assets/*.*"), *ROOT.glob("components/*.py")]
        if path.suffix != ".png" and foreign.search(path.read_text("utf-8"))
    ]
    assert found == []
