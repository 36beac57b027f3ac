"""Python code in a saved model."""

from dataclasses import replace

import pytest
from described import dense, evidence, layer, model

from etude.diagnoses.catalogue import lambda_layer_does_not_reload as diagnosis
from etude.domain.observations import Call, Layer

CODE = layer("Lambda", line=4, function="__lambda__")
NESTED = replace(layer("Sequential"), layers=[CODE])


def saving(first: Layer, path: str = "model.keras") -> Call:
    arguments = {"filepath": path}
    return Call(name="Model.save", line=8, arguments=arguments, model=model(first, dense(2)))


@pytest.mark.parametrize("first", [CODE, NESTED], ids=["plain", "inside another model"])
def test_fires_at_the_layer(first: Layer) -> None:
    finding = diagnosis.match(evidence(calls=[saving(first)]))

    assert finding is not None
    assert finding.line == 4
    assert "model.keras, saved in line 8" in finding.evidence


def test_tells_who_refused_the_file() -> None:
    load = Call(name="load_model", line=9, arguments={}, error="ValueError: code")
    refused = {"reloads": {"refused": {"path": "model.keras", "type": "", "message": ""}}}

    for more, words in (
        ({"calls": [saving(CODE), load]}, "load_model in line 9 refuses it"),
        ({"calls": [saving(CODE)], "facts": refused}, "a fresh process refuses to load it"),
    ):
        finding = diagnosis.match(evidence(**more))  # type: ignore[arg-type]
        assert finding is not None
        assert words in finding.evidence


@pytest.mark.parametrize(
    "call",
    [
        saving(layer("Rescaling")),
        saving(layer("Lambda", function="function")),
        saving(CODE, "weights.weights"),
    ],
    ids=["another layer", "a function with a name", "not a whole model"],
)
def test_is_silent_on(call: Call) -> None:
    assert diagnosis.match(evidence(calls=[call])) is None


def test_is_silent_when_the_program_trusts_its_file() -> None:
    load = Call(name="load_model", line=9, arguments={"safe_mode": False})
    trusting = "keras.config.enable_unsafe_deserialization()\n"

    assert diagnosis.match(evidence(calls=[saving(CODE), load])) is None
    assert diagnosis.match(evidence(calls=[saving(CODE)], program=trusting)) is None
