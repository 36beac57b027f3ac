"""A window that stays where it is."""

from typing import Any

import pytest
from described import dense, evidence, model

from etude.diagnoses.catalogue import window_not_moved_on as diagnosis
from etude.domain.observations import Call, Data, TensorSample

LOOP = """\
for i in range(30):
    p = model.predict(last)[0, 0]
    future.append(p)
    {more}
"""


def asked(mean: float, rows: int = 1) -> Call:
    window = TensorSample(
        path="", dtype="float32", shape=[rows, 20, 1], low=-1.0, high=1.0, mean=mean
    )
    data = Data(role="predict", kind="arrays", sample=[window])
    return Call(name="Model.predict", line=2, model=model(dense(1)), data=data)


def finding_in(program: str, *calls: Call) -> Any:
    return diagnosis.match(evidence(program=program, calls=calls))


def test_points_at_the_question_that_stays_the_same() -> None:
    program = LOOP.format(more="window = np.append(last[1:], p)")

    finding = finding_in(program, *[asked(0.5)] * 4)

    assert finding is not None
    assert finding.line == 2
    assert "the same values 4 times" in finding.evidence
    assert "of last" in finding.change


@pytest.mark.parametrize(
    ("program", "calls"),
    [
        (LOOP.format(more="pass"), [asked(0.1), asked(0.2), asked(0.3)]),
        (LOOP.format(more="model.fit(x, y)"), [asked(0.5)] * 4),
        (LOOP.replace("future.append(p)", "print(p)").format(more="pass"), [asked(0.5)] * 4),
        (LOOP.format(more="pass"), [asked(0.5, rows=32)] * 4),
        (LOOP.format(more="pass"), [asked(0.5)] * 2),
    ],
    ids=["it moves", "trained between", "nothing is kept", "many windows", "twice"],
)
def test_is_silent_on(program: str, calls: list[Call]) -> None:
    assert finding_in(program, *calls) is None
