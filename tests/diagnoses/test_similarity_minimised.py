"""Measures of agreement that are made small."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import similarity_minimised as diagnosis

DEFINED = "def {name}(y, p):\n    value = {value}\n    return value\n"
COMPILE = "model.compile('adam', loss={name})\n"
DICE = "(2 * K.sum(y * p) + 1) / (K.sum(y) + K.sum(p) + 1)"
IOU = "K.sum(y * p) / (K.sum(y) + K.sum(p) - K.sum(y * p))"


def program(name: str, value: str) -> str:
    return DEFINED.format(name=name, value=value) + COMPILE.format(name=name)


@pytest.mark.parametrize(
    ("name", "value"), [("dice_coef", DICE), ("iou", IOU), ("mean_iou_score", f"K.mean({IOU})")]
)
def test_fires_at_the_loss(name: str, value: str) -> None:
    finding = diagnosis.match(evidence(program=program(name, value)))

    assert finding is not None
    assert finding.line == 4
    assert f"returns 1 - {name}" in finding.change


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("dice_coef", f"1 - {DICE}"),
        ("neg_dice", DICE),
        ("dice_loss", DICE),
        ("dice", f"-{DICE}"),
        ("dice", f"-K.log({DICE})"),
        ("weighted_mse", "K.mean((y - p) ** 2)"),
    ],
)
def test_is_silent_on_losses(name: str, value: str) -> None:
    assert diagnosis.match(evidence(program=program(name, value))) is None


def test_is_silent_on_a_measure_that_is_only_shown() -> None:
    text = (
        DEFINED.format(name="dice", value=DICE) + "model.compile('adam', 'mse', metrics=[dice])\n"
    )

    assert diagnosis.match(evidence(program=text)) is None


HANDED_ON = "def dice_loss(y, p):\n    return dice_coef(y, p)\n"


def test_fires_where_a_loss_hands_the_measure_on_as_it_is() -> None:
    text = DEFINED.format(name="dice_coef", value=DICE) + HANDED_ON
    finding = diagnosis.match(evidence(program=text + COMPILE.format(name="dice_loss")))

    assert finding is not None
    assert finding.line == 5
    assert "returns 1 - dice_coef(...)" in finding.change


def test_is_silent_where_a_loss_hands_another_loss_on() -> None:
    text = DEFINED.format(name="dice_coef", value=f"1 - {DICE}") + HANDED_ON

    assert diagnosis.match(evidence(program=text + COMPILE.format(name="dice_loss"))) is None
