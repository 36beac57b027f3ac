"""What Keras says when a layer refuses its input, in the words of several versions."""

import pytest
from stopped import failed

from etude.diagnoses.refusals import Refusal, refusal

SIZE = "expected axis -1 of input shape to have value 8, but received input with shape (32, 5)"
AXES = "expected min_ndim=4, found ndim=3. Full shape received: (None, 8, 8)"


@pytest.mark.parametrize(
    "name", ["Input 0 with name 'None' of layer 'out'", 'Input 0 of layer "out"']
)
def test_a_wrong_size_is_read_with_its_layer(name: str) -> None:
    refused = refusal(failed("", f"{name} is incompatible with the layer: {SIZE}"))

    assert refused == Refusal(layer="out", received=[32, 5], size=8)


def test_a_wrong_number_of_axes_is_read_with_unknown_sizes() -> None:
    refused = refusal(failed("", f'Input 0 of layer "c" is incompatible with the layer: {AXES}'))

    assert refused == Refusal(layer="c", received=[None, 8, 8], axes=4)


def test_another_message_is_no_refusal() -> None:
    assert refusal(failed("", "division by zero", "ZeroDivisionError")) is None
