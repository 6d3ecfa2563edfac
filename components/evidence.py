"""Benefits by class of evidence: study estimate, promise, measured, audited. Two classes can never be added together.

An interview estimate, a promise, a measurement and an audited result are four kinds of knowledge. An amount carries its
class with it, and only measured and audited amounts add up, each with its own kind.
"""

from dataclasses import dataclass
from decimal import Decimal

CLASSES = ("study_estimate", "promise", "measured", "audited")
SUMMABLE = ("measured", "audited")
HAPPENED = "happened"  # what became of a promise: told with its source, but evidence of no class


class MixedEvidence(TypeError):
    """Amounts of different classes, or of a class that makes no sum; the message names the classes."""


@dataclass(frozen=True)
class Amount:
    """A range of euros (or one number, twice) with its class of evidence. Adding a bare number is refused too."""

    evidence_class: str
    low_eur: Decimal
    high_eur: Decimal

    def __add__(self, other: "Amount") -> "Amount":
        theirs = other.evidence_class if isinstance(other, Amount) else type(other).__name__
        if self.evidence_class != theirs or self.evidence_class not in SUMMABLE:
            raise MixedEvidence(f"{self.evidence_class} + {theirs}")
        return Amount(self.evidence_class, self.low_eur + other.low_eur, self.high_eur + other.high_eur)

    __radd__ = __add__

    def __float__(self) -> float:
        raise MixedEvidence(self.evidence_class)


def amount(row: dict) -> Amount | None:
    """The amount of a row of a benefit or of a savings estimate; None when the source states none."""
    if row["low_eur"] is None or row["high_eur"] is None:
        return None
    return Amount(row.get("evidence_class_code", "study_estimate"), row["low_eur"], row["high_eur"])


def total(amounts: list[Amount]) -> Amount | None:
    """The sum of amounts of one class; None of none. Raises MixedEvidence for anything else."""
    if not amounts:
        return None
    first, *rest = amounts
    if first.evidence_class not in SUMMABLE:
        raise MixedEvidence(first.evidence_class)
    for each in rest:
        first = first + each
    return first
