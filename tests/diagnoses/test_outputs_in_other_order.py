"""Outputs that are taken for each other."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, integers, model

from etude.diagnoses.catalogue import outputs_in_other_order as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Call, Model, TensorSpec

PREDICTED = "{names} = model.predict(x)\n"


def two_heads(*names: str) -> Model:
    outputs = [TensorSpec(path=name, dtype="float32", shape=[None, 3]) for name in names]
    return replace(model(dense(3)), outputs=outputs)


def predicted(names: str, *outputs: str) -> Evidence:
    call = Call(name="Model.predict", line=1, model=two_heads(*(outputs or ("color", "shape"))))
    return evidence(calls=[call], program=PREDICTED.format(names=names))


def fitted(labels: str) -> Evidence:
    program = f"\n\nmodel.fit(x, {labels})\n"
    trained = fit(two_heads("age_output", "gender_output"), labels=integers(0, 1))
    return evidence(fits=[trained], program=program)


def test_fires_where_predictions_are_unpacked() -> None:
    finding = diagnosis.match(predicted("shape_pred, color_pred"))

    assert finding is not None
    assert finding.line == 1
    assert "outputs of the model are color, shape" in finding.evidence
    assert "color_pred, shape_pred" in finding.change


@pytest.mark.parametrize("labels", ["[gender, age]", "(y_gender[:9], y_age[:9])"])
def test_fires_where_labels_are_given(labels: str) -> None:
    finding = diagnosis.match(fitted(labels))

    assert finding is not None
    assert finding.line == 3


@pytest.mark.parametrize(
    "seen",
    [
        predicted("color_pred, shape_pred"),
        predicted("a, b"),
        predicted("shape_pred, _"),
        predicted("second, first", "dense", "dense_1"),
        predicted("shape_color, color_shape"),
        fitted("[age, gender]"),
        fitted("{'age_output': age, 'gender_output': gender}"),
    ],
    ids=["in order", "other names", "one left out", "no names", "both words", "labels", "a dict"],
)
def test_is_silent_on(seen: Evidence) -> None:
    assert diagnosis.match(seen) is None
