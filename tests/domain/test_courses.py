"""When a second training counts as better than the first."""

import math

from etude.domain.retraining import Course


def course(*losses: float, accuracies: tuple[float, ...] = ()) -> Course:
    return Course(losses=losses, accuracies=accuracies)


def test_half_of_the_loss_is_far_better_and_two_thirds_are_not() -> None:
    first = course(0.9, 0.6)

    assert course(0.5, 0.3).is_far_better_than(first)
    assert not course(0.5, 0.4).is_far_better_than(first)


def test_so_is_a_much_higher_accuracy_at_a_lower_loss() -> None:
    first = course(0.69, accuracies=(0.5,))

    assert course(0.5, accuracies=(0.8,)).is_far_better_than(first)
    assert not course(0.5, accuracies=(0.6,)).is_far_better_than(first)
    assert not course(0.7, accuracies=(0.8,)).is_far_better_than(first)


def test_a_number_is_better_than_none_and_never_the_other_way_round() -> None:
    lost = course(math.nan)

    assert course(3.0).is_far_better_than(lost)
    assert not lost.is_far_better_than(course(3.0))
    assert not lost.is_far_better_than(lost)


def test_trainings_are_compared_at_the_same_epoch() -> None:
    long = course(0.8, 0.4, 0.1)

    assert not course(0.5).is_far_better_than(long)
    assert course(0.3).is_far_better_than(long)


def test_a_training_without_an_epoch_tells_nothing() -> None:
    assert not course().is_far_better_than(course(1.0))
    assert not course(1.0).is_far_better_than(course())


def test_a_course_is_read_from_logs_whatever_accuracy_is_called() -> None:
    logs = [{"loss": 0.5, "binary_accuracy": 0.7}, {"loss": 0.4, "binary_accuracy": 0.8}]

    assert Course.of(logs) == Course(losses=[0.5, 0.4], accuracies=[0.7, 0.8])
