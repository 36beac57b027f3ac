"""A model that reads text and declares numbers."""

from dataclasses import replace

import pytest
from described import dense, layer, model
from stopped import arrays, stopped

from etude.diagnoses.catalogue import text_input_of_numbers as diagnosis
from etude.domain.observations import Model, TensorSpec

REFUSED = "Cast string to float is not supported"
TEXTS = arrays("predict", x=[2], x_type="string")
PROGRAM = "numbers = layers.TextVectorization()\ninputs = keras.Input((1,))\nmodel.predict(texts)\n"


def reader(dtype: str, *layers: str) -> Model:
    kinds = layers or ("TextVectorization",)
    described = model(*(layer(kind) for kind in kinds), dense(1))
    return replace(described, inputs=[TensorSpec(path="0", dtype=dtype, shape=[None, 1])])


def test_fires_at_the_input_that_says_nothing_of_text() -> None:
    finding = diagnosis.match(stopped(reader("float32"), TEXTS, REFUSED, program=PROGRAM))

    assert finding is not None
    assert finding.line == 2
    assert "its input stands for float32" in finding.evidence
    assert 'dtype="string"' in finding.change


@pytest.mark.parametrize(
    ("network", "given"),
    [
        (reader("string"), TEXTS),
        (reader("float32", "Dense"), TEXTS),
        (reader("float32"), arrays("predict", x=[2])),
    ],
)
def test_is_silent_on_text_inputs_on_models_without_a_reader_and_on_numbers(
    network: Model, given: object
) -> None:
    assert diagnosis.match(stopped(network, given, REFUSED, program=PROGRAM)) is None
