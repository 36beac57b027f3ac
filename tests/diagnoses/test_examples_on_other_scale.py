"""A quantised model was measured with examples on another scale than it gets later."""

from typing import Any

from etude.diagnoses.catalogue.examples_on_other_scale import match
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source
from etude.domain.observations import Call, Data, Fit, Layer, Model, TensorSample

TEXT = """
def examples():
    for picture in pictures:
        yield [picture[None] / 255]
converter.representative_dataset = examples
content = converter.convert()
"""
RESCALES = Layer(name="rescaling", kind="Rescaling", config={"scale": 1 / 255, "offset": 0.0})
DENSE = Layer(name="dense", kind="Dense", parameters=10)


def model(*layers: Layer) -> Model:
    return Model(key="1", kind="sequential", layers=layers)


def fit(high: float) -> Fit:
    sample = TensorSample(path="0", dtype="float32", shape=[32, 8, 8], low=0.0, high=high)
    return Fit(index=0, model=model(DENSE), train=Data(role="fit", kind="arrays", sample=[sample]))


def told(high: float, converted: Model | None, *fits: Fit, **more: Any):
    settings = {"optimizations": 1, "examples": 20, "low": 0.0, "high": high}
    call = Call(name="TFLiteConverter.convert", line=6, arguments=settings, model=converted, **more)
    return match(Evidence(source=Source("a.py", TEXT), calls=[call], fits=fits))


def test_scaled_examples_for_a_model_that_scales_are_told_where_they_are_made() -> None:
    finding = told(1.0, model(RESCALES, DENSE))

    assert finding.line == 4
    assert "between 0 and 1, and the model is made for values up to 255" in finding.evidence


def test_scaled_examples_for_a_model_that_learned_from_stored_pixels_are_told() -> None:
    assert told(1.0, model(DENSE), fit(255.0))


def test_stored_examples_for_a_model_that_learned_from_scaled_pixels_are_told() -> None:
    assert told(255.0, model(DENSE), fit(1.0))


def test_the_same_scale_is_left_alone() -> None:
    assert told(255.0, model(RESCALES, DENSE), fit(1.0)) is None
    assert told(1.0, model(DENSE), fit(1.0)) is None
    assert told(255.0, model(DENSE), fit(255.0)) is None


def test_a_model_around_the_trained_one_may_scale_by_itself() -> None:
    around = Model(key="2", kind="functional", layers=[DENSE])

    assert told(255.0, around, fit(1.0)) is None
    assert told(255.0, None, fit(1.0)) is None


def test_where_nothing_tells_the_scale_nothing_is_said() -> None:
    assert told(1.0, None) is None
    assert told(255.0, model(DENSE)) is None


def test_a_conversion_that_stopped_is_left_to_its_error() -> None:
    assert told(1.0, model(RESCALES, DENSE), error="ValueError: no") is None
