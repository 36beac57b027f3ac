"""Settings that do not go together."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import settings_exclude_each_other as diagnosis


@pytest.mark.parametrize(
    ("program", "message", "seen", "change"),
    [
        (
            "Adam(0.1, clipnorm=1.0, clipvalue=0.5)",
            "Only one of `clipnorm`, `clipvalue` and `global_clipnorm` can be set.",
            "clipnorm=1.0 and clipvalue=0.5",
            "keep one",
        ),
        (
            "Conv2D(8, 3, strides=2, dilation_rate=2)",
            "`strides > 1` not supported in conjunction with `dilation_rate > 1`.",
            "strides=2 and dilation_rate=2",
            "keep one",
        ),
        (
            "Input(shape=(3,), batch_shape=(8, 3))",
            "You cannot pass both `shape` and `batch_shape` at the same time.",
            "Input is given shape=(3,)",
            "shape alone",
        ),
        (
            "AUC(num_labels=3)",
            "`num_labels` is needed only when `multi_label` is True.",
            "which goes with another setting",
            "multi_label=True",
        ),
    ],
)
def test_both_are_told_and_which_to_keep(
    program: str, message: str, seen: str, change: str
) -> None:
    finding = diagnosis.match(failed(f"\n\n{program}\n", message))

    assert finding is not None
    assert finding.line == 3
    assert seen in finding.evidence
    assert change in finding.change


def test_other_libraries_are_left_alone() -> None:
    message = "Only one of `clipnorm` and `clipvalue` can be set."

    assert diagnosis.match(failed("\n\nf()\n", message, raised_by="")) is None
