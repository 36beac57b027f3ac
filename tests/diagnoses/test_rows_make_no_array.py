"""Arrays of Python objects, and what lies in them."""

import pytest
from described import dense, model
from stopped import arrays, stopped

from etude.diagnoses.catalogue import rows_make_no_array as diagnosis


@pytest.mark.parametrize(
    ("shape", "change"),
    [([300], "pad them to one length"), ([300, 4], "make every column a number first")],
    ids=["rows of any length", "a table with gaps"],
)
def test_the_change_follows_from_the_axes_of_the_array(shape: list[int], change: str) -> None:
    given = arrays(x=shape, y=[300], x_type="object")

    finding = diagnosis.match(stopped(model(dense(1)), given, "Invalid dtype: object"))

    assert finding is not None
    assert finding.change.startswith(change)


def test_is_silent_on_another_type() -> None:
    seen = stopped(model(dense(1)), arrays(x=[300], y=[300]), "Invalid dtype: str96")

    assert diagnosis.match(seen) is None
