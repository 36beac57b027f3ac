"""The answer among the inputs."""

from dataclasses import replace

from described import dense, evidence, fit, model, numbers

from etude.diagnoses.catalogue import label_among_inputs
from etude.domain.observations import Fit
from etude.domain.patterns import Windows

PROGRAM = """\
x_train = table[:300]
y_train = table[:300, 4]
model.fit(x_train, y_train)
"""


def trained(column: int | None, windows: Windows | None = None) -> Fit:
    run = fit(model(dense(1), loss="mse"), labels=numbers(-2.0, 2.0))
    return replace(run, train=replace(run.train, label_column=column, windows=windows))


def test_points_where_the_inputs_got_their_name() -> None:
    finding = label_among_inputs.match(evidence(fits=[trained(4)], program=PROGRAM))

    assert finding is not None
    assert finding.line == 1
    assert "column 4" in finding.evidence


def test_is_silent_without_such_a_column_and_on_windows_of_a_series() -> None:
    windows = Windows(size=8, stride=1)

    assert label_among_inputs.match(evidence(fits=[trained(None)], program=PROGRAM)) is None
    assert label_among_inputs.match(evidence(fits=[trained(7, windows)], program=PROGRAM)) is None


def test_is_silent_on_numbers_that_were_made_up_to_try_things_on() -> None:
    program = "table = rng.normal(size=(400, 5))\n" + PROGRAM

    found = evidence(fits=[replace(trained(4), line=4)], program=program)

    assert label_among_inputs.match(found) is None
