"""How many examples and inputs a model is given, and whether with labels."""

from dataclasses import replace

import pytest
from described import dense, model
from stopped import arrays, dataset, failed, stopped

from etude.diagnoses.catalogue import labels_missing, number_of_inputs_differs
from etude.diagnoses.catalogue import numbers_of_examples_differ as numbers_differ
from etude.domain.finding import Finding
from etude.domain.observations import Data, Model, Stage, TensorSample, TensorSpec

ONE = model(dense(3), inputs=(None, 8))
CARDINALITY = "Data cardinality is ambiguous. Make sure all arrays contain the same number"
NONE = "None values not supported."


def two_inputs(*names: str) -> Model:
    inputs = [TensorSpec(path=name, dtype="float32", shape=[None, 8]) for name in names]
    return Model(key="2", kind="functional", inputs=inputs, outputs=ONE.outputs, layers=ONE.layers)


def nested(*paths: str, role: str = "fit") -> Data:
    sample = [TensorSample(path=path, dtype="float32", shape=[32, 8]) for path in paths]
    return Data(role=role, kind="arrays", sample=sample)


TWO = two_inputs("age", "pay")


def test_both_numbers_of_examples_are_told() -> None:
    finding = numbers_differ.match(stopped(ONE, arrays(x=[32, 8], y=[30]), CARDINALITY))

    assert finding is not None
    assert finding.line == 3
    assert "32 inputs and 30 labels" in finding.evidence


def test_slices_of_different_length_are_told() -> None:
    program = "\n\nds = tf.data.Dataset.from_tensor_slices((x, y))\n"

    finding = numbers_differ.match(failed(program, "Dimensions 32 and 30 are not compatible"))

    assert finding is not None
    assert "32 and 30 rows" in finding.evidence


def test_equal_numbers_of_examples_and_other_exceptions_are_left_alone() -> None:
    other = failed("\n\na @ b\n", "Dimensions 32 and 30 are not compatible")

    assert numbers_differ.match(stopped(ONE, arrays(x=[32, 8], y=[32]), CARDINALITY)) is None
    assert numbers_differ.match(stopped(ONE, arrays(x=[32, 8], y=[30]), "division")) is None
    assert numbers_differ.match(other) is None


def test_a_model_with_two_inputs_is_given_one() -> None:
    finding = number_of_inputs_differs.match(stopped(TWO, arrays(x=[32, 8], y=[32])))

    assert finding is not None
    assert "has 2 inputs, and fit gives it 1" in finding.evidence
    assert "[first, second]" in finding.change


def test_inputs_and_labels_side_by_side_in_a_dataset_are_told_to_be_put_together() -> None:
    data = nested("0", "1", "2")

    finding = number_of_inputs_differs.match(stopped(TWO, data))

    assert finding is not None
    assert "((first, second), labels)" in finding.change


def test_a_name_that_is_no_input_is_told_with_those_that_are() -> None:
    finding = number_of_inputs_differs.match(stopped(TWO, nested("0/age", "0/salary", "1")))

    assert finding is not None
    assert "has an input pay" in finding.evidence
    assert '"age": ..., "pay": ...' in finding.change


@pytest.mark.parametrize(
    ("of", "data"),
    [
        (TWO, nested("0/0", "0/1", "1")),
        (TWO, nested("0/age", "0/pay", "1")),
        (TWO, nested("0/age", "0/pay", "0/more", "1")),
        (TWO, nested("0", "1", role="predict")),
        (ONE, arrays(x=[32, 8], y=[32])),
        (TWO, Data(role="fit", kind="other", type="generator")),
    ],
    ids=["a list", "a dictionary", "one more key", "predict", "one input", "a generator"],
)
def test_inputs_that_fit_are_left_alone(of: Model, data: Data) -> None:
    assert number_of_inputs_differs.match(stopped(of, data)) is None


@pytest.mark.parametrize(
    ("data", "change"),
    [
        (arrays(x=[32, 8]), "model.fit(inputs, labels)"),
        (arrays("evaluate", x=[32, 8]), "model.evaluate(inputs, labels)"),
        (dataset(x=[None, 8]), "yield pairs"),
    ],
)
def test_missing_labels_are_told_with_how_to_give_them(data: Data, change: str) -> None:
    finding = labels_missing.match(stopped(ONE, data, NONE))

    assert finding is not None
    assert finding.line == 3
    assert change in finding.change


def test_validation_data_without_labels_are_told() -> None:
    validation = arrays("validation", x=[8, 8])

    finding = labels_missing.match(
        stopped(ONE, arrays(x=[32, 8], y=[32]), NONE, validation=validation)
    )

    assert finding is not None
    assert "validation_data=(inputs, labels)" in finding.change


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (arrays(x=[32, 8], y=[32]), NONE),
        (arrays(x=[32, 8]), "division by zero"),
        (arrays("predict", x=[32, 8]), NONE),
    ],
    ids=["with labels", "another exception", "predict needs none"],
)
def test_labels_are_not_missed(data: Data, message: str) -> None:
    assert labels_missing.match(stopped(ONE, data, message)) is None


def test_a_zip_of_pairs_is_told_as_such_and_where_it_is_made() -> None:
    paths = ("0/0", "0/1", "1/0", "1/1", "2/0", "2/1")
    sample = [TensorSample(path=path, dtype="float32", shape=[8, 8]) for path in paths]
    stages = [Stage(op="from_tensor_slices", line=1), Stage(op="zip", line=3)]
    data = Data(role="fit", kind="dataset", sample=sample, stages=stages)

    finding = number_of_inputs_differs.match(stopped(two_inputs("a", "b", "c"), data))

    assert finding is not None
    assert finding.line == 3
    assert "3 pairs from a zip" in finding.evidence
    assert "(a[0], b[0], c[0]), a[1]" in finding.change


def _two_pairs(of: Model) -> Finding | None:
    sample = [
        TensorSample(path=path, dtype="float32", shape=[8, 8])
        for path in ("0/0", "0/1", "1/0", "1/1")
    ]
    data = Data(role="fit", kind="dataset", sample=sample, stages=[Stage(op="zip", line=3)])
    return number_of_inputs_differs.match(stopped(of, data))


def test_two_pairs_for_two_inputs_are_told_unless_there_are_two_outputs() -> None:
    finding = _two_pairs(TWO)

    assert finding is not None
    assert "2 pairs from a zip" in finding.evidence
    assert _two_pairs(replace(TWO, outputs=[*TWO.outputs, *TWO.outputs])) is None
