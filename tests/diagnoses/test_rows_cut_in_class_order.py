"""Sorted rows that are cut by hand."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from described import dense, evidence, fit, integers, model

from etude.diagnoses.catalogue import rows_cut_in_class_order as diagnosis
from etude.domain.observations import Call

SORTED = {"elements": 110, "labels": 3, "label_runs": 3}
MIXED = {"elements": 110, "labels": 3, "label_runs": 70}
CUT = "y, z = labels[:110], labels[110:]\n\nmodel.fit(x, y)\nmodel.evaluate(v, z)\n"
OTHERS = "y, z = labels[:110], others[110:]\n\nmodel.fit(x, y)\nmodel.evaluate(v, z)\n"


def finding_of(*, order: Any = SORTED, held: Sequence[int] = (2,), program: str = CUT) -> Any:
    run = fit(model(dense(3)), labels=integers(0, 1, 2))
    run = replace(run, train=replace(run.train, label_order=order))
    judged = replace(run.train, role="evaluate", sample=[integers(*held)], label_order={})
    call = Call(name="Model.evaluate", line=4, model=run.model, data=judged)
    return diagnosis.match(evidence(fits=[run], calls=[call], program=program))


@pytest.mark.parametrize("program", [CUT, CUT.replace("labels[:110]", "np.array(labels[:110])")])
def test_points_at_the_cut_of_the_labels(program: str) -> None:
    finding = finding_of(program=program)

    assert finding is not None
    assert finding.line == 1
    assert "holds 3 classes one after the other" in finding.evidence
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
