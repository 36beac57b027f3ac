"""Types, rows, names and sizes that an operation refuses."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from described import evidence
from stopped import failed

from etude.diagnoses.catalogue import learning_rate_set_by_old_name as old_name
from etude.diagnoses.catalogue import name_unknown_to_keras as unknown_name
from etude.diagnoses.catalogue import (
    number_types_mixed,
    picture_shrinks_to_nothing,
    rows_make_no_array,
)
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import ShownWarning


@pytest.mark.parametrize(
    ("message", "seen", "wanted"),
    [
        (
            "cannot compute Sub as input #1(zero-based) was expected to be a int64 tensor but is a "
            "float tensor",
            "int64 and float32",
            "tf.float32",
        ),
        (
            "Input 'y' of 'Sub' Op has type float32 that does not match type int32 of argument 'x'",
            "int32 and float32",
            "tf.float32",
        ),
        (
            "cannot compute MatMul as input #1(zero-based) was expected to be a double tensor but "
            "is a float tensor",
            "float64 and float32",
            "tf.float32",
        ),
        (
            "Incompatible type conversion requested to type int64 for `tf.Variable of type float32",
            "int64 and float32",
            "tf.float32",
        ),
    ],
)
def test_types_that_meet_are_told_with_the_conversion(message: str, seen: str, wanted: str) -> None:
    finding = number_types_mixed.match(failed("\n\na - b\n", message, "InvalidArgumentError"))

    assert finding is not None
    assert seen in finding.evidence
    assert wanted in finding.change


def test_text_and_numbers_are_no_mixed_numbers() -> None:
    message = "was expected to be a float tensor but is a string tensor"

    assert number_types_mixed.match(failed("\n\na - b\n", message, "InvalidArgumentError")) is None


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    "program",
    [
        "@tf.function\ndef f(a, b):\n    return a - b\nf(tf.constant([1]), tf.constant([1.0]))",
        "keras.layers.Conv2D(2, 3)(tf.zeros((1, 8, 8, 1), tf.int64))",
        "tf.matmul(np.zeros((2, 3)), tf.Variable(tf.zeros((3, 2))))",
    ],
    ids=["in a graph", "a layer's weights", "NumPy's float64"],
)
def test_tensorflow_really_says_so(program: str, evidence_of: Callable[[str], Evidence]) -> None:
    seen = evidence_of(f"import keras, numpy as np, tensorflow as tf\n{program}\n")

    assert number_types_mixed.match(seen), seen.errors


@pytest.mark.parametrize(
    ("message", "change"),
    [
        ("Failed to convert a NumPy array to a Tensor (Unsupported object type list).", "pad"),
        (
            "Failed to convert a NumPy array to a Tensor (Unsupported object type numpy.ndarray)",
            "pad",
        ),
        ("Failed to convert a NumPy array to a Tensor (Unsupported object type float).", "astype"),
        ("Invalid dtype: object", "astype"),
        ("Can't convert non-rectangular Python sequence to Tensor.", "pad"),
        ("setting an array element with a sequence. ... an inhomogeneous shape after 1", "pad"),
    ],
)
def test_rows_that_make_no_array_are_padded_or_made_numbers(message: str, change: str) -> None:
    finding = rows_make_no_array.match(failed("\n\nf(x)\n", message))

    assert finding is not None
    assert finding.line == 3
    assert change in finding.change


def test_another_dtype_is_no_row() -> None:
    assert rows_make_no_array.match(failed("\n\nf(x)\n", "Invalid dtype: str96")) is None


@pytest.mark.parametrize(
    ("program", "what", "name", "change"),
    [
        ("m.compile('adam', 'crossentrpy')", "loss", "crossentrpy", "crossentropy"),
        ("m.compile('adamm')", "optimizer", "adamm", '"adam"'),
        ("Dense(3, activation='sofmax')", "activation function", "sofmax", '"softmax"'),
        ("m.compile(metrics=['f1'])", "metric", "f1", "F1Score"),
        ("m.compile('best')", "optimizer", "best", "one of adam"),
    ],
)
def test_a_name_is_told_where_it_is_written(
    program: str, what: str, name: str, change: str
) -> None:
    message = f"Could not interpret {what} identifier: {name}"

    finding = unknown_name.match(failed(f"\n{program}\nm.fit(x, y)\n", message))

    assert finding is not None
    assert finding.line == 2
    assert change in finding.change


def test_a_class_is_no_name() -> None:
    message = "Could not interpret optimizer identifier: <class 'keras.src.optimizers.adam.Adam'>"

    assert unknown_name.match(failed("\n\nf()\n", message)) is None


@pytest.mark.parametrize(
    ("message", "seen"),
    [
        (
            "Computed output size would be zero or negative. Received: `inputs.shape=[None 1 1 2]`",
            "a picture of 1 x 1",
        ),
        ("Negative dimension size caused by subtracting 3 from 1 for '{{node}}'", "too small"),
        (
            "Computed output size would be negative. Received: `inputs_shape=(None, 2, 2, 4)`",
            "a picture of 2 x 2",
        ),
    ],
)
def test_a_picture_that_shrinks_is_told_with_its_size(message: str, seen: str) -> None:
    finding = picture_shrinks_to_nothing.match(failed("\n\nMaxPooling2D()(x)\n", message))

    assert finding is not None
    assert seen in finding.evidence


def test_a_negative_number_is_no_size() -> None:
    assert picture_shrinks_to_nothing.match(failed("\n\nf()\n", "must not be negative")) is None


@pytest.mark.parametrize(
    ("shape", "told"),
    [("(1, 28, 28)", True), ("(3, 64, 64)", True), ("(28, 28, 1)", False), ("(3, 3, 3)", False)],
)
def test_channels_that_come_first_are_told_to_be_the_reason(shape: str, told: bool) -> None:
    program = f"\n\nmodel.add(Conv2D(8, 3, input_shape={shape}))\n"

    finding = picture_shrinks_to_nothing.match(failed(program, "Negative dimension size caused by"))

    assert finding is not None
    assert ("put the channels last" in finding.change) is told


@pytest.mark.parametrize(
    ("sizes", "told"),
    [("1, 128, 128", True), ("3, 32, 32", True), ("1, 12, 64", False), ("2, 2, 64", False)],
)
def test_a_strip_as_wide_as_it_has_channels_is_a_picture_with_channels_first(
    sizes: str, told: bool
) -> None:
    program = "\n\nmodel.add(Conv2D(64, 3, input_shape=(1, rows, cols)))\n"
    message = f"output size would be zero or negative. Received `inputs shape=(None, {sizes})`"

    finding = picture_shrinks_to_nothing.match(failed(program, message))

    assert finding is not None
    assert ("put the channels last" in finding.change) is told


@pytest.mark.parametrize("target", ["model.optimizer", "opt", "optimizer", "self.optimizer"])
def test_setting_lr_is_told_at_its_line(target: str) -> None:
    finding = old_name.match(evidence(program=f"\n{target}.lr = 0.1\n"))

    assert finding is not None
    assert finding.line == 2


def test_a_decay_that_keras_ignores_is_told() -> None:
    warning = ShownWarning(
        message="Argument `decay` is no longer supported and will be ignored.", line=4
    )

    finding = old_name.match(replace(evidence(), warnings=[warning]))

    assert finding is not None
    assert finding.line == 4
    assert "schedules" in finding.change


@pytest.mark.parametrize("line", ["self.lr = 0.1", "optimizer.learning_rate = 0.1", "args.lr = 1"])
def test_other_attributes_may_be_set(line: str) -> None:
    assert old_name.match(evidence(program=f"\n{line}\n")) is None
