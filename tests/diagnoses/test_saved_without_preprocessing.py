"""A saved model that is fed unprepared inputs."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from described import evidence
from followed import network, pictures, saved
from trained import trained

from etude.diagnoses.catalogue import saved_without_preprocessing as diagnosis
from etude.domain.error import Error, ErrorFrame
from etude.domain.observations import Call, Data, Fit, TensorSample, TensorSpec

ANSWERS = np.array([[1.0, 2.0]], dtype=np.float32)
TOLD = {"expected": ANSWERS, "outputs": 255 * ANSWERS, "unprepared": 255 * ANSWERS}
LOAD = Call(name="load_model", line=12, arguments={"filepath": "model.keras"})


def fit(high: float = 1.0) -> Fit:
    return trained(loss=[1.0], model=network(), train=pictures(role="fit", high=high))


def predict(high: float = 255.0, *, key: str = "2") -> Call:
    data = pictures(role="predict", high=high)
    loaded = replace(network(key=key), line=LOAD.line)
    return Call(name="Model.predict", line=14, model=loaded, data=data)


def test_fires_at_the_save_when_a_fresh_process_took_raw_inputs_for_prepared_ones() -> None:
    finding = diagnosis.match(evidence(calls=[saved(line=10)], facts={"reloads": TOLD}))

    assert finding is not None
    assert finding.line == 10
    assert "wrong by up to 508" in finding.evidence


def test_fires_when_the_program_loads_its_model_and_asks_about_stored_pictures() -> None:
    finding = diagnosis.match(evidence(fits=[fit()], calls=[saved(line=10), LOAD, predict()]))

    assert finding is not None
    assert finding.line == 10
    assert "fit saw values up to 1" in finding.evidence
    assert "got values up to 255 in line 14" in finding.evidence
    assert finding.change.startswith(
        "prepare what goes into line 14 as the training inputs were; or"
    )


def rows(role: str, low: float, high: float, mean: float) -> Data:
    sample = TensorSample(path="0", dtype="float32", shape=[64, 3], low=low, high=high, mean=mean)
    return Data(role=role, kind="arrays", sample=[sample])


def asked(low: float, high: float) -> list[Call]:
    return [saved(line=10), LOAD, replace(predict(), data=rows("predict", low, high, 0.0))]


def standardised() -> Fit:
    return replace(fit(), train=rows("fit", -3.2, 2.7, 0.0))


def test_fires_when_a_model_of_standardised_columns_is_asked_about_raw_ones() -> None:
    finding = diagnosis.match(evidence(fits=[standardised()], calls=asked(1.0, 201.0)))

    assert finding is not None
    assert "fit saw values up to 2.7" in finding.evidence
    assert "got values up to 201 in line 14" in finding.evidence


def test_is_silent_on_later_rows_that_lie_a_little_farther_out() -> None:
    assert diagnosis.match(evidence(fits=[standardised()], calls=asked(-5.0, 12.0))) is None


@pytest.mark.parametrize(
    "facts",
    [
        TOLD | {"outputs": ANSWERS},
        TOLD | {"outputs": 7 * ANSWERS},
        TOLD | {"outputs": None},
        {"expected": ANSWERS, "outputs": 255 * ANSWERS},
    ],
    ids=["right", "wrong in another way", "no answer", "nothing to compare with"],
)
def test_is_silent_on_answers_that_are(facts: dict[str, Any]) -> None:
    assert diagnosis.match(evidence(calls=[saved()], facts={"reloads": facts})) is None


@pytest.mark.parametrize(
    ("training", "calls"),
    [
        (fit(255.0), [saved(), LOAD, predict()]),
        (fit(), [saved(), LOAD, predict(1.0)]),
        (fit(), [saved(), predict()]),
        (fit(), [saved(), LOAD, predict(key="1")]),
        (fit(), [saved(), LOAD, replace(predict(), data=None)]),
    ],
    ids=["stored in training too", "prepared", "never loaded", "the trained one", "not seen"],
)
def test_is_silent_when(training: Fit, calls: list[Call]) -> None:
    assert diagnosis.match(evidence(fits=[training], calls=calls)) is None


REFUSED = "The structure of `inputs` doesn't match the expected structure.\nExpected: input"


def saved_head() -> Call:
    one = TensorSpec(path="input", dtype="float32", shape=[None, 43])
    return replace(saved(line=10), model=replace(network(), inputs=[one]))


def test_fires_when_a_fresh_process_gave_raw_columns_to_a_model_of_one_array() -> None:
    finding = diagnosis.match(evidence(calls=[saved_head()], error=REFUSED))

    assert finding is not None
    assert finding.line == 10
    assert "one array of 43 prepared values" in finding.evidence


def test_is_silent_when_the_program_itself_met_the_refusal() -> None:
    frames = [ErrorFrame(file="program.py", line=3, function="<module>")]
    met = Error(type="ValueError", message=REFUSED, frames=frames)

    assert diagnosis.match(replace(evidence(calls=[saved_head()]), errors=[met])) is None


def four_axes(role: str, low: float, high: float, *, whole: bool) -> Data:
    sample = TensorSample(
        path="0", dtype="float32", shape=[16, 32, 32, 3], low=low, high=high, mean=99.0, whole=whole
    )
    return Data(role=role, kind="arrays", sample=[sample])


@pytest.mark.parametrize(("low", "high"), [(-1.0, 1.0), (-123.7, 151.1)])
def test_fires_on_stored_pictures_after_those_of_preprocess_input(low: float, high: float) -> None:
    learned = replace(fit(), train=four_axes("fit", low, high, whole=False))
    call = replace(predict(), data=four_axes("predict", 0.0, 255.0, whole=True))

    finding = diagnosis.match(evidence(fits=[learned], calls=[saved(line=10), LOAD, call]))

    assert finding is not None
    assert "got values up to 255 in line 14" in finding.evidence


@pytest.mark.parametrize(("low", "high"), [(-1.0, 1.0), (-123.7, 151.1)])
def test_is_silent_on_pictures_prepared_alike(low: float, high: float) -> None:
    learned = replace(fit(), train=four_axes("fit", low, high, whole=False))
    call = replace(predict(), data=four_axes("predict", low, high, whole=False))

    assert diagnosis.match(evidence(fits=[learned], calls=[saved(line=10), LOAD, call])) is None
