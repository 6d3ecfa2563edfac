"""The promises of the fault table on deliveries: F7 a schema that drifts, F21 one bad row among thousands."""

import pytest

from data import build
from data.release import current_id

DRIFTS = {
    "column gone": ("gift_id;village_code;", "gift_id;", "village_code"),
    "column added": ("gift_id;village_code;", "gift_id;weight_kg;village_code;", "weight_kg"),
    "column renamed": ("amount_eur", "sum_eur", "amount_eur"),
    "column twice": ("gift_id;village_code;", "gift_id;gift_id;", "gift_id"),
    "text for a number": ("2001;10;", "2001;ten;", "amount_eur"),
    "fraction of a cent": ("2001;10;", "2001;10.005;", "amount_eur"),
    "fraction of a year": (";2001;10;", ";2001.5;10;", "given_year"),
    "another form of date": ("g1;ahola;bread;2001-", "g1;ahola;bread;01/2001-", "given_earliest"),
    "another word for yes": (";10;false;", ";10;maybe;", "is_shared"),
    "unknown code": ("g1;ahola;bread", "g1;ahola;stone", "kind_code"),
    "unknown source": (";letter;", ";postcard;", "source_id"),
    "key twice": ("\ng2;", "\ng1;", "gift_id"),
}


@pytest.mark.parametrize("drift", DRIFTS)
def test_f7_a_schema_that_drifts_is_refused_with_the_name_of_the_column(folder, drift):
    build.build(folder)
    id = current_id(folder / "releases")
    old, new, column = DRIFTS[drift]
    path = folder / "raw/gifts.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text, "the drift changes nothing"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(build.Refused) as refused:
        build.build(folder)
    assert column in {each.column for each in refused.value.problems}
    assert current_id(folder / "releases") == id


def test_f21_one_bad_row_among_many_refuses_the_whole_and_tells_every_error(folder):
    id = build.build(folder).release.id
    head, *rows = (folder / "raw/gifts.csv").read_text(encoding="utf-8").splitlines()
    cells = rows[0].split(";")
    many = [";".join([f"x{number}", *cells[1:5], "1999", "0", *cells[7:]]) for number in range(3_000)]
    many[123] = many[123].replace(";1999;0;", ";1999;nought;")
    many[2_876] = many[2_876].replace(";ahola;", ";nowhere;")
    (folder / "raw/gifts.csv").write_text("\n".join([head, *rows, *many]) + "\n", encoding="utf-8")
    with pytest.raises(build.Refused) as refused:
        build.build(folder)
    found = {(each.row, each.rule) for each in refused.value.problems}
    assert {(len(rows) + 125, "not-a-number"), (len(rows) + 2_878, "unknown-reference")} <= found
    assert current_id(folder / "releases") == id
