"""A dropout rate that is no share."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import dropout_given_in_percent as diagnosis

REFUSED = "Invalid value received for argument `rate`. Expected a float value between 0 and 1."


@pytest.mark.parametrize(
    ("call", "change"),
    [("Dropout(30)", "Dropout(0.3)"), ("SpatialDropout2D(rate=25)", "SpatialDropout2D(0.25)")],
)
def test_fires_with_the_share_that_was_meant(call: str, change: str) -> None:
    finding = diagnosis.match(failed(f"import keras\nx = keras.layers.{call}(x)\n", REFUSED))

    assert finding is not None
    assert (finding.line, finding.change) == (2, change)


@pytest.mark.parametrize(
    ("program", "message"),
    [
        ("x = Dropout(0.3)(x)\n", REFUSED),
        ("x = Dropout(-1)(x)\n", REFUSED),
        ("x = Dropout(30)(x)\n", "some other trouble"),
    ],
)
def test_is_silent_on_shares_and_on_other_errors(program: str, message: str) -> None:
    assert diagnosis.match(failed(program, message)) is None
