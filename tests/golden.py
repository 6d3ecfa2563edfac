"""How the acceptance tests ask the real release: of the first programme, through the door that pages use."""

from datetime import date

import queries

PROGRAMME = "digikuntakokeilu"
END_2017, END_2018 = date(2017, 12, 31), date(2018, 12, 31)


def ask(name: str, **params) -> queries.Answer:
    """The answer about the first programme, unless `programme` says otherwise."""
    declared = {"programme": PROGRAMME} if "programme" in queries.question(name).params else {}
    return queries.run(name, **declared | params)


def by(answer: queries.Answer, key: str, value: str) -> dict:
    """One column of an answer under another."""
    return {row[key]: row[value] for row in answer.rows()}


def figures(**params) -> dict:
    """Measure -> value of the key figures."""
    return by(ask("key_figures_by_measure", **params), "measure_code", "value")
