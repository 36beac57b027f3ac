"""A Masking layer over plain rows, and one over sequences."""

from collections.abc import Callable

import pytest

from etude.diagnoses.catalogue import mask_without_steps as diagnosis
from etude.diagnoses.evidence import Evidence

pytestmark = pytest.mark.tensorflow

PROGRAM = """\
import keras
model = keras.Sequential([
    keras.Input({shape}),
    keras.layers.Masking(-1.0),
    {after},
])
"""


@pytest.mark.parametrize(
    ("after", "wanted"),
    [
        ('keras.layers.Activation("softmax")', "Softmax()(x, mask=keras.ops.not_equal(x, -1.0))"),
        ("keras.layers.Dense(3)", "a second input that tells which values are there"),
    ],
)
def test_masks_no_value_of_a_row(
    evidence_of: Callable[[str], Evidence], after: str, wanted: str
) -> None:
    finding = diagnosis.match(evidence_of(PROGRAM.format(shape=(6,), after=after)))

    assert finding is not None
    assert finding.line == 4
    assert "(None, 6)" in finding.evidence
    assert wanted in finding.change


def test_is_silent_on_sequences(evidence_of: Callable[[str], Evidence]) -> None:
    program = PROGRAM.format(shape=(None, 2), after="keras.layers.GRU(3)")

    assert diagnosis.match(evidence_of(program)) is None
