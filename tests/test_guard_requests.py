"""The checks of a request by themselves: linear in the body, and strict (trust T2, T3)."""

import time

import pytest

from components.requests import RefusedError, check_callback, check_depth, check_values

ADVERSARIAL = {
    "a text that never ends": b'{"output":"' + b'"\\' * 30_000,
    "escapes only": b'"' + b"\\" * 60_000,
    "quotes only": b'"' * 60_000,
    "brackets in a text": b'"' + b"[" * 60_000 + b'"',
    "flat lists": b"[]," * 20_000,
    "letters": b"x" * 60_000,
}


@pytest.mark.parametrize(
    ("value", "reason"), [([0] * 501, "list"), ("a" * 2_001, "text"), (10**16, "number"), (float("nan"), "number")]
)
def test_values_out_of_bounds_are_refused(value, reason):
    with pytest.raises(RefusedError, match=reason):
        check_values({"value": value})


def test_nesting_is_refused_before_parsing_and_brackets_in_texts_do_not_count():
    assert check_depth(b'{"a": "[[[[[[[[[", "b": [1, "\\"[[["]}') == 2
    with pytest.raises(RefusedError, match="depth"):
        check_depth(b"[" * 7)


def test_a_body_in_utf_16_cannot_hide_brackets():
    with pytest.raises(RefusedError, match="encoding"):
        check_depth(('"∀"' + "[" * 99 + "]" * 99).encode("utf-16-le"))


@pytest.mark.parametrize("body", ADVERSARIAL.values(), ids=ADVERSARIAL)
def test_the_depth_scan_does_work_in_proportion_to_the_body(body):
    def seconds(text: bytes) -> float:
        best = 9.0
        for _ in range(5):
            started = time.perf_counter()
            check_depth(text)
            best = min(best, time.perf_counter() - started)
        return best

    assert seconds(body) < 0.2


def test_an_unknown_callback_is_told_apart_from_a_bad_body():
    with pytest.raises(RefusedError) as refused:
        check_callback({"output": "x.children"}, {})
    assert refused.value.status == 404
