"""A tiny catalogue and answers made by hand, for tests of the files that readers download."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from shutil import copytree, ignore_patterns
from types import SimpleNamespace

from data.build import build
from data.catalogue import PROGRAM

COLUMNS = """
theme_code = { type = "code", codes = "themes", fi = "Teema", sv = "Tema", en = "Theme" }
municipality_code = { type = "code", fi = "Kunta", sv = "Kommun", en = "Municipality" }
title_fi = { type = "text", fi = "Nimi", sv = "Namn", en = "Title" }
awarded_eur = { type = "decimal", unit = "EUR", fi = "Myönnetty", sv = "Beviljat", en = "Awarded" }
share_pct = { type = "decimal", unit = "%", fi = "Osuus", sv = "Andel", en = "Share" }
grants = { type = "integer", unit = "count", fi = "Avustuksia", sv = "Understöd", en = "Grants" }
decided_latest = { type = "date", unit = "date", fi = "Päätetty", sv = "Beslutat", en = "Decided" }
is_joint = { type = "boolean", fi = "Yhteishanke", sv = "Gemensamt", en = "Joint" }
"""
TABLES = """
[grants]
fi = "Avustukset"
sv = "Understöd"
en = "Grants"
kind = "real"
licence = "CC-BY-4.0"
columns = ["title_fi"]
key = ["title_fi"]
"""
SOURCES = """
[report-2019]
title = "Loppuraportti"
language = "fi"
publisher = "VM"
published_earliest = "2019-03-01"
published_latest = "2019-03-31"
url = "https://example.org/report"
licence = "CC-BY-4.0"
fi = "loppuraportti 2019"
sv = "slutrapporten 2019"
en = "final report 2019"
"""
CODES = "code;fi;sv;en\ncare;Hyvinvointi;Välfärd;Care\nteach;Opetus;Undervisning;Teaching\n"
HOSTILE = (
    "＝1",
    "=1+1",
    "+358",
    "-5 %",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    "＝1",
    "=cmd|' /C calc'!A1",
    "+358 40 ry",
    "plain",
)
UNITS = {
    "title_fi": "text", "theme_code": "code", "municipality_code": "code", "awarded_eur": "EUR", "share_pct": "%",
    "grants": "count", "decided_latest": "date", "is_joint": "boolean",
}  # fmt: skip


@dataclass(frozen=True)
class HandMade:
    """An answer as `queries.run` gives it, without a database."""

    question: str = "grants_by_theme"
    params: dict = field(default_factory=lambda: {"as_of": date(2018, 12, 31), "known_by": None, "theme": "care"})
    columns: tuple = tuple(SimpleNamespace(name=name, unit=unit) for name, unit in UNITS.items())
    records: tuple = ()
    release_id: str = "0123456789ab"
    data_until: date = date(2019, 3, 31)
    sql: str = "SELECT 1"
    tables: tuple = ("grants",)
    source_ids: tuple = ("report-2019",)
    is_example: bool = False
    cube: tuple[str, ...] = ()


def row(title: str, amount: str | None, **more) -> tuple:
    """One record in the order of UNITS."""
    plain = {
        "title_fi": title, "theme_code": "care", "municipality_code": "091", "awarded_eur": amount and Decimal(amount),
        "share_pct": Decimal("79.1"), "grants": 1, "decided_latest": date(2018, 5, 31), "is_joint": True,
    }  # fmt: skip
    return tuple((plain | more)[name] for name in UNITS)


def write_catalogue(folder) -> None:
    """The tiny catalogue as files: DATA_DIR may point there."""
    (folder / "codes").mkdir()
    (folder / "codes" / "themes.csv").write_text(CODES, encoding="utf-8")
    for name, text in {"columns": COLUMNS, "tables": TABLES, "sources": SOURCES, "rules": ""}.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")


def publish_deliveries(folder) -> None:
    """The repository's own deliveries as a release in `folder`: DATA_DIR may point there."""
    copytree(PROGRAM / "raw", folder / "raw", ignore=ignore_patterns("boundaries.csv"))
    build(folder)
