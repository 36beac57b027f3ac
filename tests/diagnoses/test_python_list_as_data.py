"""Python lists where arrays are wanted."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from described import dense, model
from stopped import arrays, stopped

from etude.diagnoses.catalogue import python_list_as_data as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Data, TensorSample

NETWORK = model(dense(3), inputs=(None, 8))
REFUSED = "Unrecognized data type: x=[...] (of type <class '{}'>)"


def rows(prefix: str, count: int) -> list[TensorSample]:
    return [TensorSample(path=f"{prefix}/{i}", dtype="float32", shape=[8]) for i in range(count)]


def separate_rows(count: int) -> Data:
    data = arrays(x=[32, 8], y=[32])
    return replace(data, sample=[*rows("0", count), data.sample[1]])


@pytest.mark.parametrize(("kind", "what"), [("list", "inputs"), ("numpy.ndarray", "labels")])
def test_fires_on_the_one_that_is_the_list(kind: str, what: str) -> None:
    finding = diagnosis.match(stopped(NETWORK, arrays(x=[32, 8], y=[32]), REFUSED.format(kind)))

    assert finding is not None
    assert finding.line == 3
    assert f"the {what} given to fit" in finding.evidence
    assert f"np.array({what})" in finding.change


def test_fires_on_a_list_of_rows() -> None:
    message = "Data cardinality is ambiguous. Make sure all arrays contain the same number"

    finding = diagnosis.match(stopped(NETWORK, separate_rows(32), message))

    assert finding is not None
    assert "32 arrays" in finding.evidence


@pytest.mark.parametrize("said", ["Invalid input shape for input", "tuple index out of range"])
def test_fires_on_a_list_of_rows_whatever_stops_at_it(said: str) -> None:
    assert diagnosis.match(stopped(NETWORK, separate_rows(32), said)) is not None


def test_is_silent_on_two_inputs_of_different_length() -> None:
    assert diagnosis.match(stopped(NETWORK, separate_rows(2), "Data cardinality is ambig")) is None


def test_is_silent_on_text() -> None:
    texts = arrays(x=[8], y=[8], x_type="string")

    assert diagnosis.match(stopped(NETWORK, texts, REFUSED.format("list"))) is None


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("call", "what"),
    [
        ("fit([[0.0] * 8] * 4, np.zeros(4))", "inputs"),
        ("fit(np.zeros((4, 8)), [0.0] * 4)", "labels"),
        ("evaluate(np.zeros((4, 8)), [0.0] * 4)", "labels"),
        ("predict([[0.0] * 8] * 4)", "inputs"),
        ("fit(list(np.zeros((32, 8))), np.zeros(32))", "inputs"),
        ("fit(np.zeros((32, 8)), list(np.zeros((32, 3))))", "labels"),
    ],
)
def test_keras_really_says_so(call: str, what: str, evidence_of: Callable[[str], Evidence]) -> None:
    seen = evidence_of(f"""import keras, numpy as np
model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3)])
model.compile("sgd", "mse")
model.{call}
""")

    finding = diagnosis.match(seen)
    assert finding is not None, seen.errors
    assert finding.about == what


def test_token_lists_have_to_be_filled_up() -> None:
    program = "\nrows = t.texts_to_sequences(texts)\nmodel.predict(rows)\n"
    refused = REFUSED.format("list")

    finding = diagnosis.match(
        stopped(NETWORK, arrays("predict", x=[2, 8]), refused, program=program)
    )

    assert finding is not None
    assert finding.change.startswith("pad_sequences(")


@pytest.mark.parametrize("sizes", ["(4, 4, 512)", "(1400,)"])
def test_the_sizes_of_an_array_are_told_from_a_list_of_labels(sizes: str) -> None:
    message = f"Unrecognized data type: x={sizes} (of type <class 'tuple'>)"

    finding = diagnosis.match(stopped(NETWORK, Data(role="evaluate", kind="other"), message))

    assert finding is not None
    assert f"evaluate is given {sizes}, the sizes of an array" in finding.evidence
    assert "evaluate(x, y)" in finding.change
