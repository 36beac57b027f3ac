"""A program that replaces what étude itself needs is told so, and nobody else is blamed."""

import builtins
import time

import pytest
from watched import Watch

from etude.domain.outcome import Fault
from etude.worker.own_code import watch_own_code


def test_a_replaced_builtin_is_named_and_put_back() -> None:
    first_change, real = watch_own_code(), builtins.len
    builtins.len = None  # type: ignore[assignment]
    try:
        changed = first_change()
    finally:
        put_back, builtins.len = builtins.len, real

    assert changed == "builtins.len"
    assert put_back is real


def test_a_replaced_clock_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    first_change = watch_own_code()
    monkeypatch.setattr(time, "perf_counter", None)

    assert first_change() == "time.perf_counter"


def test_a_print_of_the_programs_own_is_its_own_affair(monkeypatch: pytest.MonkeyPatch) -> None:
    first_change = watch_own_code()
    monkeypatch.setattr(builtins, "print", lambda *words: None)

    assert first_change() == ""


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    "name", ["builtins.len", "builtins.isinstance", "time.perf_counter", "keras.Model"]
)
def test_the_learner_is_told_what_was_replaced(name: str, watch: Watch) -> None:
    module = name.partition(".")[0]

    seen = watch(f"import {module}\n{name} = None\n")

    assert seen.outcome.fault is Fault.LEARNER
    assert name in seen.outcome.detail
