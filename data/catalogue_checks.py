"""What is wrong with the catalogue itself: texts missing in a language, names that lead nowhere, unfit values."""

import re
from collections.abc import Iterator

from data import registers
from data.agreements import CHECK_KINDS
from data.catalogue import Catalogue
from data.catalogue_faults import compiles, misnamed, unfit, unknown, unread, untold
from data.entries import CENTS, MAX_SCALE, THEMES, Column, Table
from data.entry_parts import LANGUAGES
from data.evidence import Rule, Source
from data.problems import Problem
from data.staging import DUCKDB_TYPES
from data.unsummed import never_summed, summed

_SOURCE_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,99}")
UNITS = ("EUR", "count", "%")


def catalogue_problems(catalogue: Catalogue) -> Iterator[Problem]:
    """Every fault of the catalogue, file by file."""
    for column in catalogue.columns.values():
        yield from _column_problems(column, catalogue)
    for table in catalogue.tables.values():
        yield from _table_problems(table, catalogue)
    for source in catalogue.sources.values():
        yield from _source_problems(source)
    yield from _summed_problems(catalogue)
    seen: set[str] = set()
    for rule in catalogue.rules:
        yield from _rule_problems(rule, catalogue, seen)


def schema_problems(catalogue: Catalogue) -> Iterator[Problem]:
    """The faults of a schema that only describes deliveries: its texts may be in one language, its rows unsourced."""
    for column in catalogue.columns.values():
        yield from (each for each in _column_problems(column, catalogue) if each.rule != "catalogue-text")
    for table in catalogue.tables.values():
        found = (*_columns_problems(table, catalogue), *_check_problems(table, catalogue))
        yield from (*unread("tables.toml", table.name, table.unread), *found)


def _column_problems(column: Column, catalogue: Catalogue) -> Iterator[Problem]:
    file, at = "columns.toml", column.name
    yield from unread(file, at, column.unread)
    yield from untold(file, at, column.headings)
    yield from misnamed(file, at)
    if column.type not in DUCKDB_TYPES:
        yield unfit(file, f"{at}.type", column.type, ", ".join(DUCKDB_TYPES))
    if column.scale not in range(CENTS, MAX_SCALE + 1) or (column.scale != CENTS and column.type != "decimal"):
        yield unfit(file, f"{at}.scale", str(column.scale), f'{CENTS}–{MAX_SCALE}, type = "decimal"')
    if column.codes and column.codes not in catalogue.codes:
        yield unknown(file, f"{at}.codes", column.codes, "codes/")
    if column.codes and column.type != "code":
        yield unfit(file, f"{at}.codes", column.type, 'type = "code"')
    if column.register is not None and (column.register not in registers.NAMES or column.type != "code"):
        yield unfit(file, f"{at}.register", column.register, f'type = "code", {", ".join(registers.NAMES)}')
    if column.ahead is not None and (column.type != "year" or not isinstance(column.ahead, int)):
        yield unfit(file, f"{at}.ahead", str(column.ahead), 'type = "year", 0, 1, 2 …')
    if column.pattern is not None and not compiles(column.pattern):
        yield unfit(file, f"{at}.pattern", column.pattern, "re.fullmatch")


def _table_problems(table: Table, catalogue: Catalogue) -> Iterator[Problem]:
    file, at = "tables.toml", table.name
    yield from unread(file, at, table.unread)
    yield from untold(file, at, table.headings)
    yield from untold(file, f"{at}.row", table.row)
    yield from misnamed(file, at)
    if table.kind not in ("real", "example"):
        yield unfit(file, f"{at}.kind", table.kind, "real, example")
    for name in ("owner", "licence", "columns", "key"):
        if not getattr(table, name):
            yield unfit(file, f"{at}.{name}", "", "1–")
    if not isinstance(table.interval_days, int) or table.interval_days < 0:
        yield unfit(file, f"{at}.interval_days", str(table.interval_days), "0, 1, 2 …")
    if table.theme not in THEMES:
        yield unfit(file, f"{at}.theme", table.theme, ", ".join(THEMES))
    if table.may_be_absent not in (True, False):
        yield unfit(file, f"{at}.may_be_absent", str(table.may_be_absent), "true, false")
    if not isinstance(table.example_stands_in, str):
        yield unfit(file, f"{at}.example_stands_in", str(table.example_stands_in), '"assessments", "meetings" …')
    yield from _owner_problems(table, catalogue)
    yield from _columns_problems(table, catalogue)
    yield from _evidence_problems(table)
    yield from _reference_problems(table, catalogue)
    yield from _sum_problems(table)
    yield from _check_problems(table, catalogue)


def _owner_problems(table: Table, catalogue: Catalogue) -> Iterator[Problem]:
    """An owner that the list of owners, where there is one, does not name in the first language."""
    known = {labels[LANGUAGES[0]] for labels in catalogue.codes.get("owners", {}).values()}
    if known and table.owner and table.owner not in known:
        yield unknown("tables.toml", f"{table.name}.owner", table.owner, "codes/owners.csv")


def _columns_problems(table: Table, catalogue: Catalogue) -> Iterator[Problem]:
    """Columns that no file describes, that are there twice, in some languages only, or known by key or `optional`."""
    for name in sorted(set(table.columns)):
        if name not in catalogue.columns:
            yield unknown("tables.toml", f"{table.name}.columns", name, "columns.toml")
        if table.columns.count(name) > 1:
            yield unfit("tables.toml", f"{table.name}.columns", name, "1 × " + name)
        stem, _, lang = name.rpartition("_")
        spoken = [f"{stem}_{each}" for each in LANGUAGES]
        if lang == LANGUAGES[0] and not set(spoken) <= set(table.columns):
            yield unfit("tables.toml", f"{table.name}.columns", name, ", ".join(spoken))
    for where in ("key", "optional"):
        for name in sorted(set(getattr(table, where)) - set(table.columns)):
            yield unknown("tables.toml", f"{table.name}.{where}", name, f"{table.name}.columns")


def _sum_problems(table: Table) -> Iterator[Problem]:
    for rule in table.sums:
        at = f"{table.name}.sums.{rule.id}"
        yield from unread("tables.toml", at, rule.unread)
        yield from untold("tables.toml", at, rule.texts)
        if not rule.id or not rule.sql:
            yield unfit("tables.toml", at, rule.sql, "id, sql, fi, sv, en")


def _check_problems(table: Table, catalogue: Catalogue) -> Iterator[Problem]:
    """Checks between two cells of a row that name no kind, or columns that are not there or do not fit."""
    fits = {"at_most": ("integer", "decimal", "date", "year"), "year": ("date",), "name_of": ("text",)}
    for check in table.checks:
        at = f"{table.name}.checks.{check.id}"
        yield from unread("tables.toml", at, check.unread)
        if not check.kind:
            yield unfit("tables.toml", at, "", ", ".join(CHECK_KINDS))
        for name in sorted({check.column, check.other} - set(table.columns)):
            yield unknown("tables.toml", at, name, f"{table.name}.columns")
        column = catalogue.columns.get(check.column)
        if column and column.type not in fits.get(check.kind, ("code",)):
            yield unfit("tables.toml", at, column.type, ", ".join(fits.get(check.kind, ("code",))))


def _evidence_problems(table: Table) -> Iterator[Problem]:
    """Every row of a real delivery must tell its source and since when it has been known."""
    if table.kind != "real" or not table.delivery:
        return
    for name in ("source_id", "known_since"):
        if name not in table.columns or name in table.optional:
            yield unfit("tables.toml", f"{table.name}.columns", name, f"{name}, not optional")


def _reference_problems(table: Table, catalogue: Catalogue) -> Iterator[Problem]:
    for column, target in table.references.items():
        at = f"{table.name}.references.{column}"
        name, _, key = target.partition(".")
        if column not in table.columns:
            yield unknown("tables.toml", at, column, f"{table.name}.columns")
        if name not in catalogue.tables or key not in catalogue.tables[name].columns:
            yield unknown("tables.toml", at, target, "tables.toml")
        elif table.kind == "real" and catalogue.tables[name].kind == "example":
            yield unfit("tables.toml", at, target, 'kind = "real"')


def _source_problems(source: Source) -> Iterator[Problem]:
    file, at = "sources.toml", source.source_id
    yield from unread(file, at, source.unread)
    yield from untold(file, at, source.labels)
    if not _SOURCE_ID.fullmatch(at):
        yield unfit(file, at, at, _SOURCE_ID.pattern)
    for name in ("title", "language", "publisher"):
        if not getattr(source, name):
            yield unfit(file, f"{at}.{name}", "", "1–")
    earliest, latest = source.published_earliest, source.published_latest
    if (earliest is None) != (latest is None) or (earliest and latest and earliest > latest):
        yield unfit(file, f"{at}.published_latest", f"{earliest} – {latest}", "published_earliest <= published_latest")
    if source.url and not re.fullmatch(r"https?://\S+", source.url):
        yield unfit(file, f"{at}.url", source.url, "https://…")


def _rule_problems(rule: Rule, catalogue: Catalogue, seen: set[str]) -> Iterator[Problem]:
    file, at = "rules.toml", rule.id or "rule"
    yield from unread(file, at, rule.unread)
    yield from untold(file, at, rule.texts)
    if not rule.id or not rule.sql or rule.id in seen:
        yield unfit(file, f"{at}.id", rule.id, "1 × id, sql")
    seen.add(rule.id)
    if rule.expected is None:
        yield unfit(file, f"{at}.expected", "", "1, 1.5, -1 …")
    if rule.unit not in catalogue.codes.get("units", UNITS):
        yield unfit(file, f"{at}.unit", rule.unit, ", ".join(catalogue.codes.get("units", UNITS)))
    if rule.source_id not in catalogue.sources:
        yield unknown(file, f"{at}.source_id", rule.source_id, "sources.toml")
    if any(rule.explained.values()):
        yield from untold(file, f"{at}.explained", rule.explained)


def _summed_problems(catalogue: Catalogue) -> Iterator[Problem]:
    """SQL of a rule, of a check or of a table of the build that puts into a sum what stands in none."""
    names = never_summed(catalogue.columns)
    written = [("rules.toml", rule.id, rule.sql, True) for rule in catalogue.rules]
    for table in catalogue.tables.values():
        written += [("tables.toml", f"{table.name}.sums.{rule.id}", rule.sql, False) for rule in table.sums]
        written += [("tables.toml", table.name, table.sql, False)] if table.sql else []
    for file, at, sql, may_rename in written:
        for name in summed(sql, names, may_rename=may_rename):
            yield Problem(file, "catalogue-summed", column=at, value=name)
