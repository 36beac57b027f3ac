"""Forecasts that stand in the column of something else when they are scaled back."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, model, numbers

from etude.diagnoses.catalogue import scaled_back_in_other_column as diagnosis
from etude.domain.finding import Finding

PROGRAM = """\
scaled = scaler.fit_transform(table)
train = scaled[:400]
model.fit(x, {targets})
answers = model.predict(x)
{back}
"""
TARGETS = "train[5:, 2]"
PUT = "filled = np.zeros((9, 3)); filled[:, {put}] = answers[:, 0]\n"
READ = "forecast = scaler.inverse_transform(filled)[:, {read}]"
JOINED = "scaler.inverse_transform(np.concatenate([answers, x[:, 1:]], axis=1))[:, 0]"


def told(back: str, targets: str = TARGETS) -> Finding | None:
    run = replace(fit(model(dense(1), loss="mse"), labels=numbers(0, 1)), line=3)
    return diagnosis.match(evidence(fits=[run], program=PROGRAM.format(targets=targets, back=back)))


@pytest.mark.parametrize(
    ("back", "line"),
    [
        (PUT.format(put=0) + READ.format(read=0), 5),
        (PUT.format(put=2) + READ.format(read=0), 6),
        (JOINED, 5),
    ],
    ids=["put elsewhere", "read elsewhere", "joined before the others"],
)
def test_fires_where_the_column_is_chosen(back: str, line: int) -> None:
    finding = told(back)

    assert finding is not None
    assert finding.line == line
    assert "the targets are column 2 of what scaler scaled" in finding.evidence


@pytest.mark.parametrize(
    ("back", "targets"),
    [
        (PUT.format(put=2) + READ.format(read=2), TARGETS),
        (PUT.format(put=-1) + READ.format(read=-1), TARGETS),
        (JOINED, "train[5:, 0]"),
        (PUT.format(put=0) + READ.format(read=0), "others.fit_transform(loads)[:, 0]"),
        (READ.format(read=0), TARGETS),
        ("answers = other.inverse_transform(answers)[:, 0]", TARGETS),
    ],
    ids=[
        *("its own column", "the last", "the first one", "another scaler", "no answers"),
        "turned by another",
    ],
)
def test_is_silent_on(back: str, targets: str) -> None:
    assert told(back, targets) is None
