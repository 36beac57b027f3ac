"""One model for all folds."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, integers, model

from etude.diagnoses.catalogue import folds_share_a_model
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Call

PROGRAM = """\
for train, test in folds:
    model.fit(x[train], y[train])
    model.evaluate(x[test], y[test])
"""


def seen(
    program: str = PROGRAM, *, sizes: tuple[int, int] = (80, 80), other: float = 0.2
) -> Evidence:
    trained = model(dense(1, "sigmoid"), loss="binary_crossentropy")
    runs = []
    for index, (size, mean) in enumerate(zip(sizes, (0.1, other), strict=True)):
        run = fit(trained, labels=integers(0, 1), cardinality=size)
        sample = [replace(one, mean=mean) for one in run.train.sample]
        runs.append(replace(run, index=index, line=2, train=replace(run.train, sample=sample)))
    asked = Call(name="Model.evaluate", line=3, model=trained)
    return evidence(fits=runs, program=program, calls=[asked])


def test_points_at_the_training() -> None:
    finding = folds_share_a_model.match(seen())

    assert finding is not None
    assert finding.line == 2
    assert "2 times" in finding.evidence


@pytest.mark.parametrize(
    "found",
    [
        seen(PROGRAM.replace("folds", "chunks")),
        seen(PROGRAM + "    model.set_weights(first)\n"),
        seen(sizes=(80, 160)),
        seen(other=0.1),
    ],
    ids=["no folds", "renewed", "a series that grows", "the same rows"],
)
def test_is_silent_on(found: Evidence) -> None:
    assert folds_share_a_model.match(found) is None
