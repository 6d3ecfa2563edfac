"""A Parquet file with exact types: money as decimal, dates as dates; what it is stands in the schema's metadata."""

import io

import orjson
import pyarrow as pa
import pyarrow.parquet as pq

from components.downloads.columns import FileColumn
from components.downloads.explanation import Explanation

TYPES = {
    "text": pa.string(),
    "integer": pa.int64(),
    "date": pa.date32(),
    "boolean": pa.bool_(),
}


def write(columns: list[FileColumn], explanation: Explanation) -> bytes:
    """The file, ZSTD. Its metadata key `tilannekuva` is the same JSON object as `meta` of the JSON file."""
    meta = {"tilannekuva": orjson.dumps(explanation.meta())}
    schema = pa.schema([_field(column) for column in columns], metadata=meta)
    table = pa.Table.from_arrays([pa.array(each.values, type=_type(each)) for each in columns], schema=schema)
    target = io.BytesIO()
    pq.write_table(table, target, compression="zstd")
    return target.getvalue()


def _field(column: FileColumn) -> pa.Field:
    """A column with its heading and unit as metadata."""
    told = {"heading": column.heading} | ({"unit": column.unit} if column.unit else {})
    return pa.field(column.name, _type(column), metadata=told)


def _type(column: FileColumn) -> pa.DataType:
    return pa.decimal128(18, column.scale) if column.type == "decimal" else TYPES[column.type]
