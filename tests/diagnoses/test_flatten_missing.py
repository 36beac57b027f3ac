"""A result per pixel for one label per picture."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from described import dense, evidence, fit, integers, layer, model, one_hot

from etude.diagnoses.catalogue import flatten_missing as diagnosis
from etude.domain.finding import Finding
from etude.domain.observations import Layer, TensorSample

SPARSE = "sparse_categorical_crossentropy"


def found(
    labels: TensorSample,
    *,
    loss: str = SPARSE,
    shape: Sequence[int | None] = (None, 6, 6, 3),
    before: Layer = layer("Conv2D"),  # noqa: B008
    inputs: Sequence[int | None] = (None, 8, 8, 1),
) -> Finding | None:
    head = replace(dense(3, "softmax", line=4), output_shape=list(shape))
    of = model(before, head, loss=loss, inputs=inputs, output=list(shape))
    return diagnosis.match(evidence(fits=[fit(of, labels=labels)]))


def test_fires_at_the_dense_layer_with_both_shapes() -> None:
    finding = found(integers(0, 1, 2))

    assert finding is not None
    assert finding.line == 4
    assert "(None, 6, 6, 3)" in finding.evidence
    assert "Flatten" in finding.change


def test_fires_on_one_hot_rows_and_on_a_squared_error() -> None:
    assert found(one_hot(3), loss="categorical_crossentropy")
    assert found(integers(0, 1, 2), loss="mean_squared_error")


def test_is_silent_on_a_flat_output() -> None:
    assert found(integers(0, 1, 2), shape=(None, 3)) is None
    assert found(integers(0, 1, 2), shape=(None, 1, 1, 3)) is None


@pytest.mark.parametrize("labels", [integers(0, 1, shape=(64, 6, 6)), one_hot(3)])
def test_is_silent_on_a_label_per_place(labels: TensorSample) -> None:
    assert found(labels, shape=(None, 3, 3)) is None


def test_is_silent_on_sequences() -> None:
    recurrent = layer("LSTM")

    assert found(integers(0, 1), before=recurrent, shape=(None, 8, 3), inputs=(None, 8, 1)) is None


def test_points_at_the_first_of_the_dense_layers_at_the_end() -> None:
    head = replace(dense(3, "softmax", line=6), output_shape=[None, 6, 6, 3])
    chain = (layer("Conv2D", line=3), dense(64, "relu", line=4), layer("Dropout", line=5), head)
    of = model(*chain, loss=SPARSE, inputs=(None, 8, 8, 1), output=[None, 6, 6, 3])

    finding = diagnosis.match(evidence(fits=[fit(of, labels=integers(0, 1, 2))]))

    assert finding is not None
    assert finding.line == 4
    assert finding.change.endswith("before Dense(64)")


def test_names_the_pooling_for_windows_of_steps() -> None:
    finding = found(integers(0, 1, 2), shape=(None, 8, 3), inputs=(None, 8, 4))

    assert finding is not None
    assert "GlobalAveragePooling1D" in finding.change


def test_a_model_that_its_first_batch_builds_is_read_as_it_was_afterwards() -> None:
    head = replace(dense(1, line=4), output_shape=[None, 60, 1])
    built = model(head, loss="mean_squared_error", inputs=(None, 60, 4), output=[None, 60, 1])
    built = replace(built, kind="sequential")
    before = replace(built, inputs=[], outputs=[], layers=[replace(head, output_shape=None)])
    seen = evidence(fits=[fit(before, labels=integers(0, 1, 2))])

    finding = diagnosis.match(replace(seen, models=[built]))

    assert finding is not None
    assert "(None, 60, 1)" in finding.evidence
