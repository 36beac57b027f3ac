"""Text in a form that no model takes."""

import pytest
from described import dense, layer, model
from stopped import arrays, failed, stopped

from etude.diagnoses.catalogue import text_not_as_tensor as diagnosis

READER = model(layer("TextVectorization"), dense(1))
NETWORK = model(dense(1))
TEXTS = arrays("predict", x=[2], x_type="string")


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("Invalid dtype: str96", "ValueError"),
        ("Invalid dtype: <U12", "ValueError"),
        ("Unrecognized data type: x=['a'] (of type <class 'list'>)", "ValueError"),
    ],
)
def test_fires_with_the_tensor_to_give(message: str, kind: str) -> None:
    finding = diagnosis.match(stopped(READER, TEXTS, message, kind))

    assert finding is not None
    assert finding.line == 3
    assert "tf.constant(texts)" in finding.change


def test_fires_on_a_model_that_reads_no_text_with_the_layer_to_add() -> None:
    message = "Cast string to float is not supported"

    finding = diagnosis.match(stopped(NETWORK, TEXTS, message, "UnimplementedError"))

    assert finding is not None
    assert "no layer of the model turns text" in finding.evidence
    assert "TextVectorization" in finding.change


def test_fires_on_a_call_with_strings() -> None:
    message = (
        "Only input tensors may be passed as positional arguments. The following argument value "
        "should be passed as a keyword argument: a b (of type <class 'str'>)"
    )

    assert diagnosis.match(failed("\n\nmodel(['a b'])\n", message))


def test_is_silent_on_labels_that_are_text_and_on_numbers() -> None:
    labels = arrays(x=[8, 4], y=[8], y_type="string")

    assert diagnosis.match(stopped(NETWORK, labels, "Invalid dtype: str96")) is None
    assert (
        diagnosis.match(stopped(NETWORK, arrays("predict", x=[8, 4]), "Invalid dtype: x")) is None
    )


def test_is_silent_on_another_exception_of_a_model_of_text() -> None:
    assert diagnosis.match(stopped(READER, TEXTS, "Table not initialized")) is None
