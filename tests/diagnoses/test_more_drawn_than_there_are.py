"""Draws without putting back."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import more_drawn_than_there_are as diagnosis

PANDAS = "Cannot take a larger sample than population when 'replace=False'"
PYTHON = "Sample larger than population or is negative"


@pytest.mark.parametrize(
    ("line", "message", "by", "seen"),
    [
        ("up = rare.sample(n=len(common))", PANDAS, "pandas.core.sample", "len(common) are drawn"),
        ("up = rare.sample(frac=3)", PANDAS, "pandas.core.sample", "3 times the rows are drawn"),
        ("rows = rng.choice(len(x), 32, replace=False)", PANDAS, "", "32 are drawn"),
        ("batch = random.sample(memory, 32)", PYTHON, "", "32 are drawn"),
    ],
)
def test_tells_how_many_are_drawn(line: str, message: str, by: str, seen: str) -> None:
    finding = diagnosis.match(failed(f"\n\n{line}\n", message, raised_by=by))

    assert finding is not None
    assert finding.evidence.startswith(seen)


def test_is_silent_on_other_refusals() -> None:
    assert diagnosis.match(failed("\n\nup = rare.sample(9)\n", "something else")) is None
    assert diagnosis.match(failed("\n\nup = draw(9)\n", PYTHON)) is None
