"""Letter by letter from a model that learned from stretches."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from described import dense, evidence, layer, model, numbers

from etude.diagnoses.catalogue import asked_without_steps_before as diagnosis
from etude.domain.finding import Finding
from etude.domain.observations import Call, Data, Fit, Model, TensorSample

LOOP = "for i in range(30):\n    p = model.predict(x)\n    x = following(p)\n"
IN_FUNCTION = "def step(x):\n    return model.predict(x)\nfor i in range(30):\n    step(x)\n"
KEEPS_NOTHING = model(layer("LSTM", stateful=False), dense(5, "softmax"))


def stretch(steps: int, rows: int, role: str) -> Data:
    path = "0" if role == "fit" else ""
    given = TensorSample(path=path, dtype="float32", shape=[rows, steps, 5], low=0.0, high=1.0)
    return Data(role=role, kind="arrays", sample=[given, numbers(0, 1)][: 1 + (role == "fit")])


def finding_in(
    asked: Sequence[int],
    *,
    of: Model = KEEPS_NOTHING,
    learned: int = 12,
    program: str = LOOP,
    rows: int = 1,
) -> Finding | None:
    run = Fit(index=0, line=9, model=of, train=stretch(learned, 64, "fit"))
    calls = [
        Call(name="Model.predict", line=2, model=of, data=stretch(steps, rows, "predict"))
        for steps in asked
    ]
    return diagnosis.match(evidence(fits=[run], program=program, calls=calls))


@pytest.mark.parametrize("asked", [[1, 1, 1], [12, 1, 1, 1, 1]])
@pytest.mark.parametrize("program", [LOOP, IN_FUNCTION])
@pytest.mark.parametrize("kind", ["LSTM", "GRU", "Bidirectional", "MultiHeadAttention"])
def test_points_at_the_question(asked: list[int], program: str, kind: str) -> None:
    finding = finding_in(asked, of=model(layer(kind), dense(5)), program=program)

    assert finding is not None
    assert finding.line == 2
    assert "given 1 step" in finding.evidence
    assert "12 steps at a time" in finding.evidence
    assert "the last 12 steps" in finding.change


@pytest.mark.parametrize(
    ("asked", "more"),
    [
        ([12, 12, 12], {}),
        ([1, 2, 3, 1, 2, 3, 1, 2, 3], {}),
        ([1, 1], {}),
        ([1, 1, 1], {"rows": 30}),
        ([1, 1, 1], {"learned": 1}),
        ([1, 1, 1], {"program": LOOP.replace("for i in range(30)", "if again")}),
        ([1, 1, 1], {"of": model(layer("LSTM", stateful=True), dense(5))}),
        ([1, 1, 1], {"of": model(dense(5), dense(5))}),
        ([1, 1, 1], {"of": replace(KEEPS_NOTHING, kind="subclassed")}),
        ([1, 1, 1], {"of": replace(KEEPS_NOTHING, inputs=[*KEEPS_NOTHING.inputs] * 3)}),
    ],
    ids=[
        "as long as learned",
        "texts that grow",
        "twice",
        "many examples",
        "learned from one step",
        "no loop",
        "keeps its state",
        "each step by itself",
        "may hand states on",
        "is given states",
    ],
)
def test_is_silent_on(asked: list[int], more: dict[str, Any]) -> None:
    assert finding_in(asked, **more) is None
