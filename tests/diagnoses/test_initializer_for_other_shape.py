"""Initializers that fill some shapes alone."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import initializer_for_other_shape as diagnosis

IDENTITY = (
    "Identity matrix initializer can only be used for 2D matrices. Received: shape=(3, 3, 4, 4)"
)
ORTHOGONAL = (
    "The tensor to initialize must be at least two-dimensional. Received: shape=(4,) of rank 1."
)


@pytest.mark.parametrize(
    ("message", "seen"),
    [(IDENTITY, "the shape (3, 3, 4, 4)"), (ORTHOGONAL, "the shape (4,)")],
)
def test_tells_the_shape(message: str, seen: str) -> None:
    finding = diagnosis.match(failed("", message))

    assert finding is not None
    assert seen in finding.evidence


def test_is_silent_on_other_refusals() -> None:
    assert diagnosis.match(failed("", "Unknown initializer: identical")) is None
