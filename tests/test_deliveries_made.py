"""Our own corpus of odd and bad deliveries: each file ends as it should, with every error and no other."""

import time

import pytest

from data.catalogue import load_schema
from data.vetting import vet
from tests.deliveries.made import cases
from tests.deliveries.making import rows
from tests.deliveries.shared import SCHEMA, TODAY

CASES = cases()
SLOW = 20.0  # the machines are shared and noisy; alone no file takes two seconds


@pytest.fixture(scope="module")
def schema():
    return load_schema(SCHEMA)


def test_the_corpus_has_at_least_sixty_files_of_every_form_and_no_name_twice():
    names = [case.file for case in CASES]
    assert len(set(names)) == len(names) >= 60
    assert {name.rpartition(".")[2] for name in names} >= {"csv", "txt", "tsv", "xlsx", "xlsm", "xls", "ods"}
    assert len({rule for case in CASES for _, _, rule in case.errors}) >= 40


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.file)
def test_a_delivery_ends_as_it_should(case, schema):
    began = time.monotonic()
    found = vet(case.content, file=case.file, table=case.table, catalogue=schema, today=TODAY)
    assert time.monotonic() - began < SLOW
    errors = [(each.row, each.column, each.rule) for each in found.problems if each.severity == "error"]
    assert sorted(errors, key=str) == sorted(case.errors, key=str)
    assert {each.rule for each in found.problems if each.severity == "warning"} >= case.warnings
    assert found.outcome == case.outcome
    assert found.rows == (0 if case.errors else len(rows(case.table)) - 1)


def test_nothing_personal_is_told_again(schema):
    secrets = ("010180-123X", "nimi@kunta.fi", "040 1234567")
    personal = [case for case in CASES if any(rule == "personal-data" for _, _, rule in case.errors)]
    assert len(personal) > 3
    for case in personal:
        found = vet(case.content, file=case.file, table=case.table, catalogue=schema, today=TODAY)
        told = " ".join(f"{each.value} {each.texts('fi')} {each.details}" for each in found.problems)
        assert not any(secret in told for secret in secrets)
