"""A file with the optimizer's memory in it."""

from dataclasses import replace
from typing import Any

import pytest
from described import evidence
from followed import network, saved

from etude.diagnoses.catalogue import optimizer_saved_with_model as diagnosis
from etude.domain.observations import Call

SIZED = {"path": "model.keras", "bytes": 640_000, "weights": 203_560, "most": 300_000}


def save(size: int = 640_000) -> Call:
    written = saved(line=10, bytes=size)
    return replace(written, model=network(parameters=50_890))


def load(**arguments: Any) -> Call:
    return Call(name="load_model", line=12, arguments={"filepath": "model.keras"} | arguments)


def test_fires_at_the_save_when_the_file_is_too_large() -> None:
    finding = diagnosis.match(evidence(calls=[save()], facts={"size": {"sized": SIZED}}))

    assert finding is not None
    assert finding.line == 10
    assert "640,000 bytes, and its weights need 203,560 of them" in finding.evidence


def test_fires_when_the_program_itself_leaves_the_optimizer_out_on_loading() -> None:
    assert diagnosis.match(evidence(calls=[save(), load(compile=False)])) is not None


def test_fires_when_the_program_asked_for_no_optimizer_and_got_one() -> None:
    written = save()
    asked = replace(written, arguments={**written.arguments, "include_optimizer": False})

    assert diagnosis.match(evidence(calls=[asked])) is not None


@pytest.mark.parametrize(
    "changed", [{"bytes": 290_000}, {"weights": 620_000}, {"bytes": 30_000, "weights": 9_000}]
)
def test_is_silent_on_a_file_that_is_small_or_full_of_weights(changed: dict[str, int]) -> None:
    sized = {"size": {"sized": SIZED | changed}}

    assert diagnosis.match(evidence(calls=[save()], facts=sized)) is None


def test_is_silent_when_training_may_go_on() -> None:
    assert diagnosis.match(evidence(calls=[save(), load(compile=True)])) is None
    assert diagnosis.match(evidence(calls=[save()])) is None
    assert diagnosis.match(evidence(calls=[save(220_000), load(compile=False)])) is None
