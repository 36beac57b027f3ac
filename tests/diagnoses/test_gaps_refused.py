"""Gaps that scikit-learn does not count with."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import gaps_refused as diagnosis


@pytest.mark.parametrize(
    ("line", "message", "seen", "change"),
    [
        (
            "model.fit(ages, bought)",
            "Input X contains NaN.\nRidge does",
            "ages holds NaN",
            "SimpleImputer",
        ),
        (
            "model.fit(ages, bought)",
            "Input y contains NaN.",
            "bought holds NaN",
            "leave out the rows",
        ),
        ("mean_squared_error(y, guessed)", "Input contains NaN.", "what is given here", "np.isnan"),
        (
            "scaled = scaler.fit_transform(ratio)",
            "Input X contains infinity or",
            "ratio holds inf",
            "find the division",
        ),
    ],
)
def test_tells_what_holds_gaps(line: str, message: str, seen: str, change: str) -> None:
    finding = diagnosis.match(failed(f"\n\n{line}\n", message))

    assert finding is not None
    assert finding.evidence.startswith(seen)
    assert finding.change.startswith(change)


def test_is_silent_on_other_refusals() -> None:
    assert diagnosis.match(failed("\n\nmodel.fit(x, y)\n", "Input X must be 2D")) is None
