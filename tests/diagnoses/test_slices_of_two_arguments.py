"""from_tensor_slices without its tuple."""

from collections.abc import Callable

import pytest

from etude.diagnoses.catalogue import slices_of_two_arguments
from etude.diagnoses.evidence import Evidence

pytestmark = pytest.mark.tensorflow

HEAD = """import numpy as np
import tensorflow as tf
x, y, z = np.ones((9, 2)), np.ones(9), np.zeros(9)
"""


@pytest.mark.parametrize("given", ["x, y", "[x, y]", "[z, y]"])
def test_fires_and_writes_the_tuple(given: str, evidence_of: Callable[[str], Evidence]) -> None:
    evidence = evidence_of(f"{HEAD}data = tf.data.Dataset.from_tensor_slices({given})\n")

    finding = slices_of_two_arguments.match(evidence)

    assert finding is not None
    assert finding.line == 4
    assert f"from_tensor_slices(({given.strip('[]')}))" in finding.change


@pytest.mark.parametrize(
    "given",
    ["(x, y)", "x", "[1, 2]", '["a.png", "b.png"]', 'x, "numbers"', "[x[0], x[1], x[2]]", "[y, z]"],
)
def test_is_silent_on(given: str, evidence_of: Callable[[str], Evidence]) -> None:
    evidence = evidence_of(f"{HEAD}data = tf.data.Dataset.from_tensor_slices({given})\n")

    assert slices_of_two_arguments.match(evidence) is None
