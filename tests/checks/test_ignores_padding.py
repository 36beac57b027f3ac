"""A model that reads tokens gives the same answer, however many zeros follow them."""

import numpy as np
import pytest
from described_models import model

from etude.checks.ignores_padding import IgnoresPadding
from etude.checks.values import Name
from etude.domain.verdict import Status

CHECK = IgnoresPadding(of=Name(name="model"), tokens=[[3, 5, 2], [7, 1, 4]])
PROGRAM = """\
import keras
model = keras.Sequential([
    keras.Input(({length},)),
    keras.layers.Embedding(10, 4, mask_zero={mask}),
    keras.layers.GRU(3),
])
"""


def facts(plain: list[list[float]], padded: list[list[float]]) -> dict[str, object]:
    return {"model": model()["model"], "plain": np.array(plain), "padded": np.array(padded)}


def test_tells_the_text_that_is_answered_otherwise() -> None:
    verdict = CHECK.judge(facts([[0.1], [0.2]], [[0.1], [0.4]]))

    assert verdict.status is Status.FAILED
    assert "0.2000 for [7, 1, 4]" in verdict.expected
    assert verdict.received == "0.4000 with 7 zeros behind them"


def test_one_answer_to_everything_does_not_pass() -> None:
    verdict = CHECK.judge(facts([[0.1], [0.1]], [[0.1], [0.1]]))

    assert verdict.received == "the same for all of 2 texts"


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("length", "mask", "status"),
    [("None", True, Status.PASSED), ("None", False, Status.FAILED), ("3", True, Status.FAILED)],
)
def test_runs_the_model_on_longer_rows(  # type: ignore[no-untyped-def]
    probe, length: str, mask: bool, status: Status
) -> None:
    verdict = CHECK.judge(probe(CHECK, PROGRAM.format(length=length, mask=mask)))

    assert verdict.status is status
