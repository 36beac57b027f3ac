"""Lines that name a method and stop there."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import method_not_called as diagnosis


@pytest.mark.parametrize(
    "line", ["model.fit", "model.add", "vectorize.adapt", "rows.append", "self.scaler.fit"]
)
def test_fires_on_a_line_that_only_names(line: str) -> None:
    finding = diagnosis.match(evidence(program=f"a = 1\nif a:\n    {line}\n"))

    assert finding is not None
    assert (finding.line, finding.about, finding.mild) == (3, line, False)
    assert finding.change == f"{line}(...), with its brackets"


def test_fires_on_a_function_of_the_program() -> None:
    finding = diagnosis.match(evidence(program="def main():\n    pass\n\nmain\n"))

    assert finding is not None
    assert "names the function" in finding.evidence


def test_what_would_only_show_something_is_mild() -> None:
    finding = diagnosis.match(evidence(program="model.summary\n"))

    assert finding is not None
    assert finding.mild


@pytest.mark.parametrize(
    "line",
    [
        "model.fit(x, y)",
        "train = model.fit",
        "print(model.fit)",
        "frame.shape",  # the last line of a cell shows it
        "history",
        "model.weights",
        "...",
    ],
)
def test_is_silent_on(line: str) -> None:
    assert diagnosis.match(evidence(program=f"{line}\n")) is None
