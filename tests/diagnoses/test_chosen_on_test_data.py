"""Test data that choose the epoch."""

from typing import Any

import pytest
from followed import checkpoint, stopper
from piped import network, seen

from etude.diagnoses.catalogue import chosen_on_test_data
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Call, Callback, Data, Fit

FIT = "model.fit(x, y, validation_data=(x_test, y_test))\n"
JUDGED = "model.evaluate(x_test, y_test)\n"


def run(program: str, *callbacks: Callback, **more: Any) -> Evidence:
    train = Data(role="fit", kind="arrays")
    fit = Fit(index=0, line=1, model=network(), train=train, callbacks=callbacks, **more)
    lines = enumerate(program.splitlines(), 1)
    calls = [Call(name="Model.evaluate", line=i) for i, line in lines if "evaluate" in line]
    return seen(fits=[fit], calls=calls, program=program)


@pytest.mark.parametrize("callback", [stopper(), checkpoint()])
@pytest.mark.parametrize(
    "program",
    [FIT + JUDGED, "model.fit(train, validation_data=test_ds)\nmodel.evaluate(test_ds)\n"],
)
def test_fires_at_the_validation_data(program: str, callback: Callback) -> None:
    finding = chosen_on_test_data.match(run(program, callback))

    assert finding is not None
    assert finding.line == 1
    assert "line 2 judges the model by the same" in finding.evidence


@pytest.mark.parametrize(
    "evidence",
    [
        pytest.param(run(FIT + JUDGED), id="nothing chooses"),
        pytest.param(run(FIT + JUDGED, stopper(monitor="loss")), id="chosen by the training loss"),
        pytest.param(run(FIT + JUDGED, checkpoint(save_best_only=False)), id="every epoch kept"),
        pytest.param(run(FIT, stopper()), id="judged by nothing"),
        pytest.param(run(FIT + "model.evaluate(x_new, y_new)\n", stopper()), id="by other data"),
        pytest.param(
            run(FIT.replace("test", "val") + JUDGED.replace("test", "val"), stopper()),
            id="validation data looked at once more",
        ),
    ],
)
def test_is_silent_when(evidence: Evidence) -> None:
    assert chosen_on_test_data.match(evidence) is None
