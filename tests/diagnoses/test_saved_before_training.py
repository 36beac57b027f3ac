"""A model saved before it was trained."""

from dataclasses import replace
from typing import Any

import pytest
from described import dense, evidence, layer
from followed import checkpoint, network, saved
from trained import trained

from etude.diagnoses.catalogue import saved_before_training as diagnosis
from etude.domain.observations import Call, Fit, Layer, Model


def fit(**fields: Any) -> Fit:
    return trained(loss=[1.0, 0.5], model=network(), **fields)


@pytest.mark.parametrize("steps", [0, None], ids=["compiled", "not yet compiled"])
def test_fires_at_the_save(steps: int | None) -> None:
    finding = diagnosis.match(evidence(fits=[fit()], calls=[saved(line=5, steps=steps)]))

    assert finding is not None
    assert finding.line == 5
    assert "save in line 5 wrote model.keras after 0 training steps" in finding.evidence
    assert "fit in line 9 trained for 2 epochs" in finding.evidence


def test_fires_at_a_conversion() -> None:
    early = replace(saved(line=5, steps=0), name="TFLiteConverter.convert", arguments={})
    finding = diagnosis.match(evidence(fits=[fit()], calls=[early]))

    assert finding is not None
    assert "convert in line 5 wrote the model after 0 training steps" in finding.evidence


@pytest.mark.parametrize(
    "calls",
    [
        [saved(line=20)],
        [saved(line=5, steps=0), saved(line=20)],
        [saved("save_weights", line=5, steps=0), Call(name="Model.load_weights", line=30)],
    ],
    ids=["after", "before and after", "first weights, loaded again"],
)
def test_is_silent_on_a_save(calls: list[Call]) -> None:
    assert diagnosis.match(evidence(fits=[fit()], calls=calls)) is None


def test_is_silent_when_a_checkpoint_or_another_function_keeps_what_was_learned() -> None:
    early = [saved(line=5, steps=0)]
    kept = evidence(fits=[fit(callbacks=[checkpoint()])], calls=early)
    other = evidence(fits=[fit()], calls=early, program='keras.saving.save_model(model, "m.keras")')

    assert diagnosis.match(kept) is None
    assert diagnosis.match(other) is None


def test_is_silent_on_a_model_that_is_never_trained() -> None:
    elsewhere = trained(loss=[1.0], model=network(key="2"))

    assert diagnosis.match(evidence(fits=[elsewhere], calls=[saved(steps=0)])) is None


def loaded(path: str = "model.keras") -> Call:
    return Call(name="load_model", line=30, arguments={"filepath": path})


def test_fires_when_what_was_saved_too_early_is_loaded_and_asked() -> None:
    calls = [saved(line=5, steps=0), loaded()]

    finding = diagnosis.match(evidence(fits=[fit()], calls=calls))

    assert finding is not None
    assert finding.line == 5


def test_is_silent_when_the_loaded_model_is_trained_or_another_file_is_loaded() -> None:
    again = trained(loss=[1.0], model=network(key="2"))
    early = saved(line=5, steps=0)

    started = evidence(fits=[fit(), again], calls=[early, loaded()])
    other = evidence(fits=[fit()], calls=[early, loaded("other.keras")])

    assert diagnosis.match(started) is None
    assert diagnosis.match(other) is None


def around(line: int) -> Call:
    """The save of a model that has the trained network as one of its layers."""
    inner = Layer(name="net", kind="Sequential", layers=[dense(2)])
    whole = Model(key="9", kind="sequential", layers=[layer("TextVectorization"), inner])
    return Call(name="Model.save", line=line, arguments={"filepath": "w.keras"}, model=whole)


def inner_fit() -> Fit:
    return trained(loss=[1.0, 0.5], model=replace(network(), name="net"))


def test_fires_on_a_model_around_the_network_that_is_trained_later() -> None:
    for later in ([], [loaded("w.keras")]):
        finding = diagnosis.match(evidence(fits=[inner_fit()], calls=[around(5), *later]))

        assert finding is not None
        assert finding.line == 5


@pytest.mark.parametrize("lines", [[20], [5, 20]], ids=["after", "before and after"])
def test_is_silent_on_a_model_around_a_trained_network(lines: list[int]) -> None:
    calls = [around(line) for line in lines]

    assert diagnosis.match(evidence(fits=[inner_fit()], calls=calls)) is None
