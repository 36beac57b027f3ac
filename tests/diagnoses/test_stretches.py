"""A loop of one's own is read as a training of a few stretches."""

import pytest
from looped import looped
from trained import trained

from etude.diagnoses.stretches import length_of, stretches


def test_each_stretch_has_the_mean_loss_of_its_steps() -> None:
    logs = stretches([4.0] * 5 + [2.0] * 5, ())

    assert [one["loss"] for one in logs] == [4.0, 2.0]


def test_a_long_loop_has_eight_stretches() -> None:
    assert len(stretches([1.0] * 128, ())) == 8


def test_too_few_steps_say_nothing() -> None:
    assert stretches([1.0] * 4, (0.1, 0.1)) == []


def test_the_ends_know_the_learning_rate() -> None:
    logs = stretches([1.0] * 15, (0.1, 0.01))

    assert [one.get("learning_rate") for one in logs] == [0.1, None, 0.01]


@pytest.mark.parametrize(("losses", "told"), [([1.0] * 30, "30 steps"), ([1.0], "1 step")])
def test_the_length_of_a_loop_is_counted_in_steps(losses: list[float], told: str) -> None:
    assert length_of(looped(line=1, losses=losses)) == told


def test_the_length_of_a_fit_is_counted_in_epochs() -> None:
    assert length_of(trained(loss=[1.0, 0.5])) == "2 epochs"
