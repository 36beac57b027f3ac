"""Datasets of datasets that something takes for tensors."""

from collections.abc import Callable

import pytest
from described import evidence

from etude.diagnoses.catalogue import windows_not_flattened
from etude.diagnoses.evidence import Evidence

WINDOWED = "data = slices(series)\ndata = data.window(6, shift=1)\n"


@pytest.mark.parametrize(
    "message",
    [
        "'_VariantDataset' object is not subscriptable",
        "Only input tensors may be passed ... <tensorflow...dataset_ops._NestedVariant object>",
    ],
)
def test_fires_at_window_and_says_what_to_add(message: str) -> None:
    given = evidence(program=WINDOWED + "data.map(lambda w: w[0])\n", error=message)

    finding = windows_not_flattened.match(given)

    assert finding is not None
    assert finding.line == 2
    assert ".flat_map(lambda window: window.batch(6))" in finding.change


@pytest.mark.parametrize(
    ("program", "message"),
    [
        (WINDOWED + "data.flat_map(f)\n", "'_VariantDataset' object is not subscriptable"),
        ("data.group_by_window(f)\n", "'_VariantDataset' object is not subscriptable"),
        (WINDOWED, "something else"),
    ],
    ids=["flattened", "no window", "another error"],
)
def test_is_silent_on(program: str, message: str) -> None:
    assert windows_not_flattened.match(evidence(program=program, error=message)) is None


PROGRAM = """\
import numpy as np, tensorflow as tf
data = tf.data.Dataset.from_tensor_slices(np.arange(60.0))
data = data.window(6, shift=1, drop_remainder=True)
for window in data:
    print(window.numpy())
"""


@pytest.mark.tensorflow
def test_fires_when_a_window_is_asked_for_its_values(
    evidence_of: Callable[[str], Evidence],
) -> None:
    finding = windows_not_flattened.match(evidence_of(PROGRAM))

    assert finding is not None
    assert finding.line == 3
    assert "line 5 needs a tensor" in finding.evidence
