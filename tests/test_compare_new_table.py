"""What changes between two releases, table by table: also when a table comes that was not there before."""

import pyarrow as pa

from data import compare


def test_a_new_table_is_compared_after_one_that_differs():
    old = {"a": pa.table({"k": [1], "v": [1]})}
    new = {"a": pa.table({"k": [1], "v": [2]}), "b": pa.table({"k": [1], "v": [1]})}
    found = [(each.name, each.counts) for each in compare.differing(old, new, {"a": ("k",), "b": ("k",)}, shown=3)]
    assert found == [("a", (0, 1, 0)), ("b", (1, 0, 0))]
