"""Outputs that belong to no class."""

from dataclasses import replace
from typing import Any

import msgspec
from described import dense, evidence, fit, integers, layer, model

from etude.diagnoses.catalogue import more_outputs_than_classes
from etude.domain.observations import Fit, Stage

SPARSE = "sparse_categorical_crossentropy"
PROGRAM = """\
def build_model(num_classes):
    hidden = keras.layers.Dense(10, activation="relu")
    return keras.Sequential([hidden, keras.layers.Dense(
        num_classes + 1, activation="softmax")])
"""


def made(given: int, asked: int) -> dict[str, Any]:
    """What a check says of one call."""
    built = model(dense(given, "softmax", line=3), line=3)
    one = {"of": "build_model(4)", "wanted_inputs": [[8]], "wanted_outputs": [[asked]]}
    return {"contract": {"made": [one], "model": [msgspec.to_builtins(built)]}}


def test_fires_when_whole_arrays_of_labels_show_fewer_classes() -> None:
    trained = model(dense(10, "softmax", line=3), loss=SPARSE)
    run = fit(trained, labels=integers(0, 1, 2, shape=(300,)))

    finding = more_outputs_than_classes.match(evidence(fits=[run], program=PROGRAM))

    assert finding is not None
    assert "10 outputs" in finding.evidence
    assert "300 labels given to fit are all between 0 and 2" in finding.evidence


def test_fires_at_the_units_when_a_function_makes_more_than_asked() -> None:
    finding = more_outputs_than_classes.match(evidence(facts=made(5, 4), program=PROGRAM))

    assert finding is not None
    assert finding.line == 4
    assert "build_model(4) asks for 4" in finding.evidence


def test_is_silent_when_a_function_makes_what_is_asked() -> None:
    assert more_outputs_than_classes.match(evidence(facts=made(4, 4))) is None


def test_is_silent_when_a_function_makes_too_few() -> None:
    assert more_outputs_than_classes.match(evidence(facts=made(3, 4))) is None


def test_is_silent_when_few_labels_were_seen() -> None:
    trained = model(dense(10, "softmax"), loss=SPARSE)

    run = fit(trained, labels=integers(0, 1, 2, shape=(64,)))

    assert more_outputs_than_classes.match(evidence(fits=[run])) is None


def test_is_silent_on_the_first_batch_of_many() -> None:
    trained = model(dense(10, "softmax"), loss=SPARSE)
    labels = integers(0, 1, 2, shape=(300,))

    run = fit(trained, labels=labels, kind="dataset", cardinality=12)

    assert more_outputs_than_classes.match(evidence(fits=[run])) is None


def test_is_silent_when_a_class_in_between_is_missing() -> None:
    trained = model(dense(10, "softmax"), loss=SPARSE)

    run = fit(trained, labels=integers(0, 1, 5, shape=(300,)))

    assert more_outputs_than_classes.match(evidence(fits=[run])) is None


def test_is_silent_on_one_spare_output() -> None:
    run = fit(model(dense(4, "softmax"), loss=SPARSE), labels=integers(0, 1, 2, shape=(300,)))

    assert more_outputs_than_classes.match(evidence(fits=[run])) is None


def test_is_silent_on_tokens() -> None:
    trained = model(layer("Embedding"), dense(10, "softmax"), loss=SPARSE)

    run = fit(trained, labels=integers(0, 1, 2, shape=(300,)))

    assert more_outputs_than_classes.match(evidence(fits=[run])) is None


def piped(*, classes: int, elements: int = 400) -> Fit:
    trained = model(dense(10, "softmax"), loss=SPARSE)
    run = fit(trained, labels=integers(0, 1, 2, shape=(32,)), kind="dataset", cardinality=12)
    source = Stage(op="from_tensor_slices", parameters={"elements": elements, "labels": classes})
    return replace(run, train=replace(run.train, stages=[source, Stage(op="batch")]))


def test_fires_on_a_pipeline_whose_arrays_hold_no_other_classes() -> None:
    finding = more_outputs_than_classes.match(evidence(fits=[piped(classes=3)]))

    assert finding is not None
    assert "400 labels in the pipeline's arrays are all between 0 and 2" in finding.evidence


def test_is_silent_on_a_pipeline_whose_arrays_hold_more_or_are_too_long() -> None:
    assert more_outputs_than_classes.match(evidence(fits=[piped(classes=10)])) is None
    longer = piped(classes=3, elements=50_000)
    assert more_outputs_than_classes.match(evidence(fits=[longer])) is None
