"""A model that is asked about another unit than it learned from."""

from dataclasses import replace

import pytest
from described import evidence
from trained import arrays, trained

from etude.diagnoses.catalogue import tested_on_other_scale as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Call, Data, Fit, TensorSample


def learned(low: float = -3.0, high: float = 3.0, dtype: str = "float32") -> Fit:
    return trained(train=arrays(rows=200, low=low, high=high, dtype=dtype))


def asked(fit: Fit, data: Data, name: str = "Model.evaluate") -> Evidence:
    call = Call(name=name, line=12, model=fit.model, data=data)
    return evidence(fits=[fit], calls=[call])


def test_fires_at_the_call_with_both_ranges() -> None:
    data = arrays(rows=50, low=80.0, high=310.0, role="evaluate")

    finding = diagnosis.match(asked(learned(), data))

    assert finding is not None
    assert finding.line == 12
    assert "between -3 and 3, and evaluate in line 12" in finding.evidence
    assert "between 80 and 310" in finding.evidence


def test_fires_on_stored_pixels_for_a_model_of_scaled_ones() -> None:
    data = arrays(rows=50, low=0.0, high=255.0, role="predict")

    assert diagnosis.match(asked(learned(0.0, 1.0), data, "Model.predict"))


@pytest.mark.parametrize("dtype", ["int64", "uint8"])
def test_fires_on_whole_numbers_for_a_model_of_scaled_ones(dtype: str) -> None:
    letters = arrays(rows=1, low=0, high=31, dtype=dtype, role="predict")

    assert diagnosis.match(asked(learned(0.0, 0.97), letters, "Model.predict"))


@pytest.mark.parametrize(
    ("fit", "data"),
    [
        (learned(), arrays(rows=50, low=-4.0, high=9.0)),
        (learned(0.0, 1.0), arrays(rows=50, low=1.2, high=3.0)),
        (learned(0.0, 0.0), arrays(rows=50, low=0.0, high=9.0)),
        (learned(0, 9, "int64"), arrays(rows=50, low=0, high=900, dtype="int64")),
    ],
    ids=["outliers", "a trend that goes on", "constant inputs", "numbers of words"],
)
def test_is_silent_on(fit: Fit, data: Data) -> None:
    assert diagnosis.match(asked(fit, data)) is None


def test_is_silent_when_several_trainings_taught_the_model() -> None:
    fit = learned()
    seen = asked(fit, arrays(rows=50, low=80.0, high=310.0))

    assert diagnosis.match(evidence(fits=[fit, fit], calls=seen.calls)) is None


def test_is_silent_on_a_call_that_was_not_looked_at() -> None:
    calls = [Call(name="Model.predict", line=1)]

    assert diagnosis.match(evidence(fits=[learned()], calls=calls)) is None


def pictures(high: float, role: str) -> Data:
    sample = TensorSample(path="0", dtype="float32", shape=[8, 16, 16, 3], low=0.0, high=high)
    return Data(role=role, kind="arrays", sample=[sample])


def test_fires_on_scaled_pictures_for_a_model_of_stored_ones() -> None:
    fit = trained(train=pictures(255.0, "fit"))

    finding = diagnosis.match(asked(fit, pictures(1.0, "predict"), "Model.predict"))

    assert finding is not None
    assert "between 0 and 1" in finding.evidence


def test_is_silent_on_black_pictures_and_on_those_of_one_scale() -> None:
    stored, scaled = (trained(train=pictures(high, "fit")) for high in (255.0, 1.0))

    assert diagnosis.match(asked(stored, pictures(0.0, "predict"), "Model.predict")) is None
    assert diagnosis.match(asked(scaled, pictures(0.9, "predict"), "Model.predict")) is None


@pytest.mark.parametrize("statement", ["{}", "_ = {}"])
def test_is_silent_on_answers_that_are_thrown_away(statement: str) -> None:
    fit = trained(train=pictures(255.0, "fit"))
    calls = asked(fit, pictures(1.0, "predict"), "Model.predict").calls

    thrown_away = evidence(
        fits=[fit], calls=calls, program="\n" * 11 + statement.format("model.predict(warm_up)")
    )
    used = evidence(fits=[fit], calls=calls, program="\n" * 11 + "print(model.predict(warm_up))")

    assert diagnosis.match(thrown_away) is None
    assert diagnosis.match(used) is not None


def test_fires_on_an_evaluation_that_prints_by_itself() -> None:
    fit = trained(train=pictures(255.0, "fit"))
    calls = asked(fit, pictures(1.0, "evaluate")).calls

    seen = evidence(fits=[fit], calls=calls, program="\n" * 11 + "model.evaluate(x, y)")

    assert diagnosis.match(seen) is not None


SCALED = "def batches():\n    yield pictures / 255, labels\nmodel.fit(batches())\n"


def judged(
    *, loss: float = 400.0, high: float = 255.0, program: str = SCALED, fits: int = 1
) -> Evidence:
    """Pictures in an evaluate, after a training by a generator that came to a loss of 0.1."""
    fit = replace(trained(loss=[0.6, 0.1]), train=Data(role="fit", kind="other", type="generator"))
    shown = TensorSample(
        path="0", dtype="float32", shape=[32, 32, 32, 3], low=0.0, high=high, mean=high / 2
    )
    data = Data(role="evaluate", kind="arrays", sample=[shown])
    call = Call(
        name="Model.evaluate", line=12, model=fit.model, data=data,
        arguments={"measured": {"loss": loss}},
    )  # fmt: skip
    return evidence(fits=[fit] * fits, calls=[call], program=program)


def test_fires_on_stored_pixels_after_a_generator_that_scales() -> None:
    finding = diagnosis.match(judged())

    assert finding is not None
    assert finding.line == 12
    assert "line 2 scales those of the training; the loss is 400, and was 0.1" in finding.evidence


def test_fires_after_a_generator_that_is_given_the_factor() -> None:
    program = "batches = Batches(files, labels, rescale=1.0 / 255)\nmodel.fit(batches)\n"

    assert diagnosis.match(judged(program=program)) is not None


@pytest.mark.parametrize(
    "seen",
    [judged(loss=0.4), judged(high=1.0), judged(program="model.fit(batches())\n"), judged(fits=2)],
    ids=["much the same loss", "scaled too", "nothing scales", "trained twice"],
)
def test_is_silent_after_a_generator_on(seen: Evidence) -> None:
    assert diagnosis.match(seen) is None
