"""What the headings of a file mean: a column's name, or its heading in any language that its catalogue speaks."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.catalogue import Catalogue
from data.entries import LANGUAGES, Table
from data.registers import folded


@dataclass(frozen=True)
class Headings:
    """The columns of a table, and the column that each way of writing a heading means."""

    columns: Sequence[str]
    meaning: Mapping[str, str]

    @classmethod
    def of(cls, table: Table, catalogue: Catalogue) -> "Headings":
        """The headings of a table. A heading that two of its columns share means neither."""
        words = [
            (folded(catalogue.columns[name].headings[lang]), name)
            for name in table.columns
            for lang in LANGUAGES
            if name in catalogue.columns
        ]
        owners = Counter(word for word, _ in set(words))
        meaning = {word: name for word, name in words if word and owners[word] == 1}
        return cls(table.columns, meaning | {folded(name): name for name in table.columns})

    @property
    def wanted(self) -> int:
        """How many columns there are."""
        return len(self.columns)

    def __call__(self, cell: str) -> str | None:
        """The column that a heading means; None when it means none."""
        return self.meaning.get(folded(cell).rstrip(" *"))
