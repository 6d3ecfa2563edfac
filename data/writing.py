"""The checked tables of one release as files in a folder, and what release.json says of them."""

import json
from pathlib import Path

from data import catalogue as catalogues
from data import deliveries, parquet, staging


def write(folder: Path, given, examined: deliveries.Examined, tell) -> bytes:
    """Write and verify every table in `folder`, and give the bytes of its release.json.

    `given` has the catalogue, the deliveries and the id; `tell` hears of each table as it ends.
    """
    entries = {}
    with parquet.engine() as connection:
        for name, rows in sorted(examined.tables.items()):
            entries[name] = _write_table(connection, folder, given, name, rows)
            tell("table", table=name, rows=rows.num_rows, of=len(examined.tables))
    told = {
        "id": given.id,
        "schema_version": deliveries.SCHEMA_VERSION,
        "engine": deliveries.engine(),
        "data_until": examined.data_until.isoformat() if examined.data_until else None,
        "tables": entries,
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _write_table(connection, folder: Path, given, name: str, rows) -> dict:
    """Write and verify one table, and give its entry of release.json."""
    table, path = given.catalogue.tables[name], folder / f"{name}.parquet"
    columns = staging.schema(table, given.catalogue)
    parquet.write(connection, rows, path, key=table.key)
    parquet.verify(connection, path, parquet.Expected(columns, rows.num_rows, table.key, table.optional))
    return {
        "file": path.name,
        **parquet.digest(path),
        "rows": rows.num_rows,
        "kind": table.kind,
        **_origin(name, given),
        "columns": columns,
        "key": table.key,
        "sources": _sources(rows),
        "licence": table.licence,
    }


def _origin(name: str, given) -> dict[str, str]:
    """The delivery a table was made from and its sha256; for a table of the build's own, the catalogue's file.

    A delivery that may be absent, and is, counts as a file without bytes.
    """
    place = given.catalogue.tables[name].delivery
    if place:
        return {"delivery": place, "delivery_sha256": deliveries.sha256(given.deliveries.contents.get(place, b""))}
    made_from = deliveries.MADE_FROM.get(name)
    file = given.catalogue.folder / made_from if made_from else catalogues.DERIVED
    return {"delivery": file.name, "delivery_sha256": deliveries.sha256(file.read_bytes())}


def _sources(rows) -> list[str]:
    """The documents that a table's rows come from."""
    columns = [name for name in rows.column_names if name == "source_id" or name.endswith("_source_id")]
    return sorted({value for name in columns for value in rows[name].unique().to_pylist() if value})
