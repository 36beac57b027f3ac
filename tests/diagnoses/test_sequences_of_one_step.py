"""Recurrent layers that have nothing to remember."""

from collections.abc import Sequence
from typing import Any

import pytest
from described import dense, evidence, layer, model
from trained import arrays, trained

from etude.diagnoses.catalogue import sequences_of_one_step as diagnosis
from etude.diagnoses.evidence import Evidence


def seen(shape: Sequence[int], **config: Any) -> Evidence:
    of = model(layer("LSTM", line=4, units=4, **config), dense(1), loss="mse")
    fit = trained(loss=[1.0], model=of, train=arrays(rows=90, shape=shape))
    return evidence(fits=[fit])


@pytest.mark.parametrize(
    ("shape", "step", "change"),
    [
        ((1, 14), "one step of 14 features", "reshape(len(x), 14, 1)"),
        ((1, 1), "one step of a single value", "a window of the series"),
    ],
)
def test_fires_at_the_layer_with_the_steps_that_it_wants(
    shape: Sequence[int], step: str, change: str
) -> None:
    finding = diagnosis.match(seen(shape))

    assert finding is not None
    assert finding.line == 4
    assert step in finding.evidence
    assert change in finding.change


def test_is_silent_on_several_steps() -> None:
    assert diagnosis.match(seen((14, 1))) is None


def test_is_silent_when_the_state_is_kept_from_one_example_to_the_next() -> None:
    assert diagnosis.match(seen((1, 1), stateful=True)) is None
