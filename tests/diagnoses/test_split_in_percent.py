"""The share that fit holds back."""

import pytest
from stopped import arrays

from etude.diagnoses.catalogue import split_in_percent as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source
from etude.domain.observations import Fit, Model


def fitted(share: float, *, epochs: int = 1) -> Evidence:
    fit = Fit(
        index=0,
        line=1,
        model=Model(key="m", name="m", kind="Sequential"),
        train=arrays(x=[50, 3], y=[50]),
        arguments={"validation_split": share},
        epochs=[{"val_loss": 1.0}] * epochs,
    )
    return Evidence(source=Source("program.py", "model.fit(x, y)\n"), fits=[fit])


def test_tells_the_share_that_a_percentage_is() -> None:
    finding = diagnosis.match(fitted(20))

    assert finding is not None
    assert finding.change == "validation_split=0.2"


@pytest.mark.parametrize("share", [0.0, 0.2, 0.99])
def test_is_silent_on_shares(share: float) -> None:
    assert diagnosis.match(fitted(share)) is None


def test_leaves_what_keras_refuses_to_others() -> None:
    assert diagnosis.match(fitted(20, epochs=0)) is None
