"""The files of a release are read back after they are written, and held against what they must hold."""

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from data import parquet


def test_a_brotli_file_is_refused_by_name(tmp_path):
    path = tmp_path / "gifts.parquet"
    pq.write_table(pa.table({"a": ["x"]}), path, compression="brotli")
    expected = parquet.Expected([("a", "VARCHAR")], 1, ("a",), frozenset())
    with parquet.engine() as connection, pytest.raises(parquet.FileUnsoundError, match="BROTLI"):
        parquet.verify(connection, path, expected)


@pytest.mark.parametrize(
    ("column", "rows", "optional", "values", "why"),
    [
        (("a", "BIGINT"), 2, (), ["x", "y"], "VARCHAR"),
        (("b", "VARCHAR"), 2, (), ["x", "y"], "'a'"),
        (("a", "VARCHAR"), 3, (), ["x", "y"], "rows"),
        (("a", "VARCHAR"), 2, (), ["x", "x"], "keys"),
        (("a", "VARCHAR"), 2, (), ["x", None], "a: 1 <> 2"),
    ],
)
def test_a_written_file_is_held_against_what_it_must_hold(tmp_path, column, rows, optional, values, why):
    path = tmp_path / "gifts.parquet"
    with parquet.engine() as connection:
        parquet.write(connection, pa.table({"a": values}), path, key=("a",))
        with pytest.raises(parquet.FileUnsoundError, match=why):
            parquet.verify(connection, path, parquet.Expected([column], rows, ("a",), frozenset(optional)))
