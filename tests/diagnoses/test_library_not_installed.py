"""Libraries that TensorFlow and Keras need for a part of what they do, and that are not there."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import library_not_installed as diagnosis


@pytest.mark.parametrize(
    ("message", "seen", "change"),
    [
        (
            "TensorBoard is not installed, missing implementation for tf.summary.scalar",
            "tf.summary.scalar is written by TensorBoard",
            "pip install tensorboard",
        ),
        (
            "You must install pydot (`pip install pydot`) for `plot_model` to work.",
            "plot_model draws with pydot",
            "pip install pydot",
        ),
        (
            "You must install graphviz (see instructions at ...) for `plot_model` to work.",
            "the program graphviz",
            "the system's own installer",
        ),
    ],
)
def test_names_the_library_that_a_part_of_keras_needs(message: str, seen: str, change: str) -> None:
    finding = diagnosis.match(evidence(error=message))

    assert finding is not None
    assert seen in finding.evidence
    assert change in finding.change


def test_is_silent_on_other_exceptions() -> None:
    assert diagnosis.match(evidence(error="Graph execution error")) is None
    assert diagnosis.match(evidence()) is None
