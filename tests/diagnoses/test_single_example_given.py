"""One example without its batch."""

import pytest
from described import dense, model
from stopped import arrays, dataset, failed, stopped

from etude.diagnoses.catalogue import single_example_given as diagnosis
from etude.domain.observations import Data

PICTURES = model(dense(3), inputs=(None, 28, 28, 1))
CALLED = "Expected shape (None, 8), but input has incompatible shape ({})"


def test_fires_on_predict_with_both_shapes() -> None:
    finding = diagnosis.match(stopped(PICTURES, arrays("predict", x=[28, 28, 1]), "negative size"))

    assert finding is not None
    assert finding.line == 3
    assert "(28, 28, 1)" in finding.evidence
    assert "[None]" in finding.change


def test_fires_on_a_call_of_the_model() -> None:
    assert diagnosis.match(failed("model(x[0])", CALLED.format("8,")))


def test_is_silent_on_a_call_with_another_shape() -> None:
    assert diagnosis.match(failed("model(labels)", CALLED.format("32,"))) is None


@pytest.mark.parametrize(
    "data",
    [
        arrays("predict", x=[32, 28, 28]),
        arrays("predict", x=[1, 28, 28, 3]),
        dataset("from_tensor_slices", "predict", x=[28, 28, 1]),
    ],
    ids=["no channels", "too many channels", "a pipeline"],
)
def test_is_silent_on(data: Data) -> None:
    assert diagnosis.match(stopped(PICTURES, data)) is None
