"""Labels and weights that a dataset has to bring along."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import given_beside_a_dataset as diagnosis


@pytest.mark.parametrize(
    ("program", "message", "seen", "change"),
    [
        (
            "m.fit(ds, y)",
            "When providing `x` as a tf.data.Dataset, `y` should not be passed.",
            "y is given beside ds",
            "from_tensor_slices((x, y))",
        ),
        (
            "m.fit(ds, sample_weight=w)",
            "When providing `x` as a tf.data.Dataset, `sample_weights` should not be passed.",
            "sample_weight is given beside ds",
            "from_tensor_slices((x, y, weights)) with w",
        ),
        (
            "m.fit(rows, sample_weight=w)",
            "When providing `x` as a PyDataset, `sample_weights` should not be passed.",
            "a PyDataset",
            "let rows give (x, y, weights)",
        ),
        (
            "m.fit(batches(), class_weight=cw)",
            "Argument `class_weight` is not supported for Python generator inputs.",
            "class_weight is given beside the data",
            "yield x, y, np.where",
        ),
        (
            "m.fit(x, y, class_weight=a, sample_weight=b)",
            "You cannot `class_weight` and `sample_weight` at the same time.",
            "once more",
            "one of the two",
        ),
    ],
)
def test_what_belongs_into_the_batches_is_told(
    program: str, message: str, seen: str, change: str
) -> None:
    finding = diagnosis.match(failed(f"\n\n{program}\n", message))

    assert finding is not None
    assert finding.line == 3
    assert seen in finding.evidence
    assert change in finding.change


def test_is_silent_on_other_errors() -> None:
    assert diagnosis.match(failed("\n\nm.fit(ds, y)\n", "`y` should have two axes")) is None
