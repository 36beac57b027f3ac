"""Layers that were to look at data before they are used."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import layer_not_adapted as diagnosis


@pytest.mark.parametrize(
    ("kind", "message", "change"),
    [
        (
            "Discretization",
            "You need to either pass the `bin_boundaries` argument or call `adapt(dataset)` before "
            "you can start using the `Discretization` layer.",
            "columns.adapt(x_train)",
        ),
        (
            "FeatureSpace",
            "You need to call `.adapt(dataset)` on the FeatureSpace before you can start using it.",
            "columns.adapt(dataset.map",
        ),
    ],
)
def test_the_call_that_is_missing_is_told(kind: str, message: str, change: str) -> None:
    program = f"columns = {kind}(4)\n\ncolumns(x)\n"

    finding = diagnosis.match(failed(program, message))

    assert finding is not None
    assert finding.line == 1
    assert finding.change.startswith(change)


def test_limits_that_were_given_are_not_adapted() -> None:
    message = "Cannot adapt a Discretization layer that has been initialized with `bin_boundaries`"

    finding = diagnosis.match(failed("\n\nd.adapt(x)\n", message))

    assert finding is not None
    assert "leave adapt out" in finding.change


def test_is_silent_on_other_errors() -> None:
    assert diagnosis.match(failed("\n\nd(x)\n", "call build before")) is None
