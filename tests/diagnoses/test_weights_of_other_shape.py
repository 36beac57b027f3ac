"""Arrays that are not those of the layer."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import weights_of_other_shape as diagnosis

SHAPE = "Layer table weight shape {} is not compatible with provided weight shape {}."
ASSIGN = (
    "The shape of the target variable and the shape of the target value in "
    "`variable.assign(value)` must match. variable.shape=(3,), Received: value.shape=(4,)."
)


@pytest.mark.parametrize(
    ("message", "seen", "change"),
    [
        (SHAPE.format("(51, 16)", "(50, 16)"), "(51, 16), and is given (50, 16)", "np.vstack"),
        (SHAPE.format("(50, 16)", "(51, 16)"), "given (51, 16)", "input_dim=51"),
        (SHAPE.format("(4, 8)", "(8, 4)"), "given (8, 4)", "array.T"),
        (ASSIGN, "the variable has the shape (3,)", "an array of shape (3,)"),
        (
            "You called `set_weights(weights)` on layer 'dense' with a weight list of length 1, "
            "but the layer was expecting 2 weights.",
            "dense has 2 arrays",
            "set_weights([kernel, bias])",
        ),
        (
            "You called `set_weights(weights)` on layer 'lstm' with a weight list of length 1, "
            "but the layer was expecting 3 weights.",
            "lstm has 3 arrays",
            "lstm.get_weights()",
        ),
    ],
)
def test_what_the_layer_has_is_told(message: str, seen: str, change: str) -> None:
    finding = diagnosis.match(failed("\n\nlayer.set_weights(w)\n", message))

    assert finding is not None
    assert finding.line == 3
    assert seen in finding.evidence
    assert change in finding.change


def test_a_file_that_does_not_fit_is_another_mistake() -> None:
    seen = failed(
        "\n\nm.load_weights(p)\n",
        f"A total of 1 objects could not be loaded. Example: {ASSIGN}",
        raised_by="keras.src.saving.saving_lib._raise_loading_failure",
    )

    assert diagnosis.match(seen) is None
