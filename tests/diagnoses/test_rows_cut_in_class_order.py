"""Sorted rows that are cut by hand."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from described import dense, evidence, fit, integers, model

from etude.diagnoses.catalogue import rows_cut_in_class_order as diagnosis
from etude.domain.observations import Call, Data, Stage

SORTED = {"elements": 110, "labels": 3, "label_runs": 3}
MIXED = {"elements": 110, "labels": 3, "label_runs": 70}
CUT = "y, z = labels[:110], labels[110:]\n\nmodel.fit(x, y)\nmodel.evaluate(v, z)\n"
OTHERS = "y, z = labels[:110], others[110:]\n\nmodel.fit(x, y)\nmodel.evaluate(v, z)\n"

IN_A_FUNCTION = """\
def split(labels): return labels[:110], labels[110:]
y, z = split(rows)
model.fit(x, y)
model.evaluate(v, z)
"""


def finding_of(*, order: Any = SORTED, held: Sequence[int] = (2,), program: str = CUT) -> Any:
    run = fit(model(dense(3)), labels=integers(0, 1, 2))
    run = replace(run, train=replace(run.train, label_order=order))
    among = {"elements": 40, "labels": len(held), "label_runs": len(held)}
    judged = replace(run.train, role="evaluate", sample=[integers(*held)], label_order=among)
    call = Call(name="Model.evaluate", line=4, model=run.model, data=judged)
    return diagnosis.match(evidence(fits=[run], calls=[call], program=program))


@pytest.mark.parametrize(
    "program",
    [
        CUT,
        CUT.replace("labels[:110]", "np.array(labels[:110])"),
        CUT.replace("labels[:110]", "to_categorical(rows[:110, 4])").replace("labels", "rows"),
        CUT.replace("labels[:110], labels[110:]", "train_test_split(labels, shuffle=False)"),
        IN_A_FUNCTION,
    ],
)
def test_points_at_the_cut_of_the_labels(program: str) -> None:
    finding = finding_of(program=program)

    assert finding is not None
    assert finding.line == 1
    assert "3 classes are left to learn from" in finding.evidence
    assert "class 2 alone" in finding.evidence


@pytest.mark.parametrize(
    "told",
    [
        pytest.param({"order": MIXED}, id="mixed rows"),
        pytest.param({"held": (0, 1, 2)}, id="all classes held out"),
        pytest.param({"program": OTHERS}, id="labels of another array"),
    ],
)
def test_is_silent_with(told: dict[str, Any]) -> None:
    assert finding_of(**told) is None


def cut_by(op: str, *, shuffled: bool) -> Data:
    source = Stage(op="from_tensor_slices", line=1, parameters=SORTED)
    mixed = [Stage(op="shuffle", line=2)] if shuffled else []
    cut = Stage(op=op, line=3, parameters={"count": 80})
    return Data(role="fit", kind="dataset", stages=[source, *mixed, cut])


@pytest.mark.parametrize(("shuffled", "line"), [(False, 3), (True, None)])
def test_sees_pipelines_that_are_cut_before_anything_mixes_them(
    shuffled: bool, line: int | None
) -> None:
    parts = [cut_by(op, shuffled=shuffled) for op in ("take", "skip")]
    run = replace(fit(model(dense(3)), labels=integers(0, 1)), train=parts[0], validation=parts[1])

    finding = diagnosis.match(evidence(fits=[run]))

    assert (finding.line if finding else None) == line
