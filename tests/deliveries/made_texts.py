"""The text files of our own corpus: (file, table, bytes, errors as (row, column, rule), warnings as rules)."""

import codecs
from collections.abc import Iterator

from tests.deliveries.making import changed, rows, text, xlsx


def files() -> Iterator[tuple]:
    """Every text file."""
    yield from _forms()
    yield from _headers()
    yield from _numbers()
    yield from _counts()
    yield from _other_cells()
    yield from _places()
    yield from _rows()
    yield from _no_texts()


def _forms() -> Iterator[tuple]:
    """One table in each encoding, with each separator and line end."""
    plain = rows("costs")
    yield "plain.csv", "costs", text(plain)
    yield "bom.csv", "costs", codecs.BOM_UTF8 + text(plain)
    yield "utf16.txt", "costs", text(plain, separator="\t", encoding="utf-16")
    yield "latin.csv", "costs", text(plain, encoding="latin-1")
    yield "windows.csv", "costs", text(changed("costs", {(4, "summa_eur"): "12,00 €"}), encoding="cp1252")
    yield "latin9.csv", "costs", text(changed("costs", {(4, "summa_eur"): "12,00 €"}), encoding="iso-8859-15")
    yield "commas.csv", "costs", text(plain, separator=",")
    yield "tabs.tsv", "costs", text(plain, separator="\t")
    yield "hint.csv", "costs", b"sep=;\r\n" + text(plain)
    yield "old-mac.csv", "costs", text(plain, end="\r")
    yield "trailing-blanks.csv", "costs", text(plain) + b";;;;\r\n\r\n"
    yield "trailing-separator.csv", "costs", text([[*row, ""] for row in plain])
    yield "blank-in-the-middle.csv", "costs", text([*plain[:4], [], *plain[4:]])
    two = text(plain).replace("Hämeenlinna".encode(), "Hämeenlinna".encode("latin-1"))
    yield "two-encodings.csv", "costs", two, (3, None, "encoding")
    yield "utf16-without-mark.csv", "costs", text(plain, encoding="utf-16-le"), (None, None, "encoding")


def _headers() -> Iterator[tuple]:
    plain = rows("participants")
    turned = [row[::-1] for row in plain]
    yield "other-order.csv", "participants", text(turned)
    yield (
        "headings.csv",
        "participants",
        text([["Kuntakoodi", "KUNTA", " Vuosi\u00a0", "Ikäryhmä *", "osallistujat"], *plain[1:]]),
    )
    unknown = [[*row, "x"] for row in plain]
    yield "more-columns.csv", "participants", text([[*plain[0], "huom"], *unknown[1:]]), "unknown-column"
    yield "no-column.csv", "participants", text([row[:4] for row in plain]), (1, "osallistujat", "missing-column")
    yield "twice.csv", "participants", text([[*row, row[4]] for row in plain]), (1, "osallistujat", "duplicate-column")
    yield "title.csv", "participants", text([["Ministeriö"], [], *plain]), (1, None, "missing-column")
    mail = [[*plain[0], "Puhelin"], *([*row, "1"] for row in plain[1:])]
    yield "phones.csv", "participants", text(mail), (1, "Puhelin", "personal-data")
    yield "only-header.csv", "participants", text(plain[:1]), (None, None, "no-rows")


def _numbers() -> Iterator[tuple]:
    """One amount written in another way in row 5."""
    for name, cell in {
        "nbsp": "1\u00a0347 €",
        "thin": "12\u202f345,50",
        "minus": "\u2212500,00",
        "euros": "12 euroa",
    }.items():
        yield f"number-{name}.csv", "costs", text(changed("costs", {(5, "summa_eur"): cell}))
    wrong = {
        "1.347": "ambiguous-number",
        "1.347,50": "ambiguous-number",
        "1,347.50": "number-format",
        "(500,00)": "number-format",
        "1,2E+03": "number-format",
        "10,005": "decimals",
        "–": "missing-value",
        "": "missing-value",
        "#N/A": "excel-error",
        "noin 20": "not-a-number",
        "99999999999": "range",
        "12*": "not-a-number",
    }
    for number, (cell, rule) in enumerate(wrong.items()):
        made = changed("costs", {(5, "summa_eur"): cell})
        yield f"number-wrong-{number}.csv", "costs", text(made), (5, "summa_eur", rule)


def _counts() -> Iterator[tuple]:
    """One whole number, or a share, written in another way."""
    for number, (cell, rule) in enumerate({"-1": "range", "2,5": "not-a-whole-number", "٣": "not-a-number"}.items()):
        made = changed("participants", {(6, "osallistujat"): cell})
        yield f"count-wrong-{number}.csv", "participants", text(made), (6, "osallistujat", rule)
    percent = changed("assessment", {(3, "arvo"): "45 %"})
    yield "percent.csv", "assessment", text(percent), (3, "arvo", "number-format")


def _other_cells() -> Iterator[tuple]:
    days = {"4/30/2024": "date-format", "31.4.2024": "date", "45400": "date-format", "1.2.24": "date-format"}
    days |= {"1.1.2300": "range", "1.1.2021": "date-year-mismatch"}
    for number, (cell, rule) in enumerate(days.items()):
        yield f"day-{number}.csv", "grants", text(changed("grants", {(5, "paatospvm"): cell})), (5, "paatospvm", rule)
    words = {"A\u200bb": "control-character", "x" * 201: "too-long", "010180-123X": "personal-data"}
    words |= {"nimi@kunta.fi": "personal-data", "040 1234567": "personal-data"}
    for number, (cell, rule) in enumerate(words.items()):
        yield f"word-{number}.csv", "grants", text(changed("grants", {(4, "hakija"): cell})), (4, "hakija", rule)
    for number, cell in enumerate(("=1+1", "@SUM(A1)", "<b>x</b>", 'a "b"; c', "two\nlines")):
        yield f"word-kept-{number}.csv", "grants", text(changed("grants", {(4, "hakija"): cell}))
    more = changed("grants", {(7, "myonnetty_eur"): "90000,01"})
    yield "more-than-asked.csv", "grants", text(more), (7, "myonnetty_eur", "granted-over-applied")
    for number, cell in enumerate(("2023/24", "2099")):
        rule = ("not-a-whole-number", "range")[number]
        yield f"year-{number}.csv", "costs", text(changed("costs", {(5, "vuosi"): cell})), (5, "vuosi", rule)


def _places() -> Iterator[tuple]:
    zero = changed("costs", {(2, "kuntakoodi"): "20"})
    yield "lost-zero.csv", "costs", text(zero), "leading-zero"
    yield "swedish.csv", "costs", text(changed("costs", {(3, "kunta"): "Tavastehus", (11, "kunta"): "VASA"}))
    yield "name-for-code.csv", "costs", text(changed("costs", {(3, "kuntakoodi"): "Hämeenlinna"}))
    yield "other-name.csv", "costs", text(changed("costs", {(3, "kunta"): "Vaasa"})), (3, "kunta", "code-name-mismatch")
    yield "homoglyph.csv", "costs", text(changed("costs", {(2, "kunta"): "Аkaa"})), (2, "kunta", "code-name-mismatch")
    unknown = changed("costs", {(8, "kuntakoodi"): "000"})
    yield "no-place.csv", "costs", text(unknown), (8, "kuntakoodi", "unknown-municipality")
    region = changed("costs", {}, ["MK06", "Pirkanmaa", "2024", "palkat", "1,00"])
    yield "region.csv", "costs", text(region), (12, "kuntakoodi", "unknown-municipality")
    country = changed("costs", {}, ["SSS", "Koko maa", "2024", "palkat", "1,00"])
    yield "country.csv", "costs", text(country), (12, "kuntakoodi", "unknown-municipality")
    ended = {(4, "kuntakoodi"): "911", (4, "kunta"): "Valtimo"}
    yield "ended.csv", "costs", text(changed("costs", ended)), (4, "kuntakoodi", "municipality-ended")
    before = changed("costs", ended | {(4, "vuosi"): "2019"})
    yield "before-it-ended.csv", "costs", text(before), "municipality-merged"


def _rows() -> Iterator[tuple]:
    plain = rows("costs")
    key = "kuntakoodi+vuosi+kululaji"
    yield "same-row.csv", "costs", text([*plain, plain[3]]), (12, key, "duplicate-key")
    yield (
        "same-key.csv",
        "grants",
        text(changed("grants", {(6, "hakemusnumero"): " h-1"})),
        (6, "hakemusnumero", "duplicate-key"),
    )
    yield "total.csv", "costs", text([*plain, ["", "Yhteensä", "", "", "1,00"]]), (12, "kunta", "totals-row")
    yield (
        "footnote.csv",
        "costs",
        text([*plain, ["1) ennakkotieto", "", "", "", ""]]),
        (12, "kuntakoodi", "footnote-row"),
    )
    yield "ragged.csv", "costs", text([*plain, [*plain[1], "9"]]), (12, None, "wrong-number-of-columns")
    yield "cut.csv", "costs", text(plain)[:-25], (11, None, "wrong-number-of-columns")
    quote = text(plain).replace(b"536;Nokia", b'536;"Nokia')
    yield "open-quote.csv", "costs", quote, (8, "kunta", "unbalanced-quote")
    both = changed("costs", {(3, "summa_eur"): "x", (5, "vuosi"): "1", (9, "kuntakoodi"): "000"})
    told = ((3, "summa_eur", "not-a-number"), (5, "vuosi", "range"), (9, "kuntakoodi", "unknown-municipality"))
    yield "all-at-once.csv", "costs", text(both), *told


def _no_texts() -> Iterator[tuple]:
    yield "empty.csv", "costs", b"", (None, None, "empty-file")
    yield "workbook.csv", "costs", xlsx({"Data": rows("costs")}), (None, None, "file-type")
    yield "page.csv", "costs", b"<!doctype html><table></table>", (None, None, "file-type")
    yield "document.csv", "costs", b"%PDF-1.7 x", (None, None, "file-type")
