"""Predictions of models that hold nothing but random numbers."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, model, numbers

from etude.diagnoses.catalogue import asked_untrained as diagnosis
from etude.domain.observations import Call, Model

COMPILED = replace(model(dense(1, parameters=9), loss="mean_squared_error"), parameters=9)
PROGRAM = "model = build()\nmodel.compile('adam', 'mse')\np = model.predict(x)\n"


def asked(of: Model = COMPILED) -> Call:
    return Call(name="Model.predict", line=3, model=of)


def test_fires_where_it_is_asked() -> None:
    finding = diagnosis.match(evidence(calls=[asked()], program=PROGRAM))

    assert finding is not None
    assert finding.line == 3
    assert "line 2 compiles it" in finding.evidence


@pytest.mark.parametrize(
    "line",
    [
        "model.load_weights(path)",
        "train_step(batch)",
        "base = MobileNetV2(weights='imagenet')",
        "model = keras.models.load_model(path)",
        "layer.set_weights(learned)",
    ],
)
def test_is_silent_where_weights_may_have_changed(line: str) -> None:
    assert diagnosis.match(evidence(calls=[asked()], program=f"{PROGRAM}{line}\n")) is None


def test_weights_that_are_none_fill_nothing() -> None:
    program = f"{PROGRAM}base = MobileNetV2(weights=None)\n"

    assert diagnosis.match(evidence(calls=[asked()], program=program)) is not None


@pytest.mark.parametrize(
    "of",
    [replace(COMPILED, compiled=None), replace(COMPILED, iterations=20)],
    ids=["not compiled", "trained elsewhere"],
)
def test_is_silent_on_a_model_that_is(of: Model) -> None:
    assert diagnosis.match(evidence(calls=[asked(of)], program=PROGRAM)) is None


def test_is_silent_after_a_training() -> None:
    trained = fit(COMPILED, labels=numbers(0, 1))

    assert diagnosis.match(evidence(calls=[asked()], fits=[trained], program=PROGRAM)) is None


SCALER = "from sklearn.preprocessing import StandardScaler\n"


@pytest.mark.parametrize(
    "line",
    [
        "scaler = StandardScaler().fit(table)",
        "scaler = StandardScaler()\nscaler.fit(table)",
        "table = StandardScaler().fit(table).transform(table)",
    ],
)
def test_a_scaler_that_is_fitted_trains_no_network(line: str) -> None:
    found = evidence(calls=[asked()], program=f"{SCALER}{line}\n{PROGRAM}")

    assert diagnosis.match(found) is not None


def test_a_fit_of_something_unknown_may_train_it() -> None:
    assert diagnosis.match(evidence(calls=[asked()], program=f"{PROGRAM}trainer.fit(x)\n")) is None


def test_fires_where_it_is_measured() -> None:
    measured = replace(asked(), name="Model.evaluate")

    finding = diagnosis.match(evidence(calls=[measured], program=PROGRAM))

    assert finding is not None
    assert finding.evidence.startswith("evaluate in line 3 asks")
