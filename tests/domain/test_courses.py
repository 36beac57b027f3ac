"""When a second training counts as better than the first."""

import math

from etude.domain.retraining import Course


def course(*losses: float, accuracies: tuple[float, ...] = ()) -> Course:
    return Course(losses=losses, accuracies=accuracies)


def test_half_of_the_loss_is_far_better_and_two_thirds_are_not() -> None:
    first = course(0.9, 0.6)

    assert course(0.5, 0.3).is_far_better_than(first, guessing=math.inf)
    assert not course(0.5, 0.4).is_far_better_than(first, guessing=math.inf)
    assert course(0.5, 0.4).is_better_than(first)


def test_so_is_a_good_part_learned_where_it_was_next_to_nothing() -> None:
    nothing, something = course(0.70), course(0.50)

    assert course(0.55).is_far_better_than(nothing, guessing=0.69)
    assert not course(0.67).is_far_better_than(nothing, guessing=0.69)
    assert not course(0.40).is_far_better_than(something, guessing=0.69)
    assert not course(0.55).is_far_better_than(nothing, guessing=math.inf)


def test_a_number_is_better_than_none_and_never_the_other_way_round() -> None:
    lost = course(math.nan)

    assert course(3.0).is_far_better_than(lost, guessing=4.0)
    assert not lost.is_far_better_than(course(3.0), guessing=4.0)
    assert not lost.is_better_than(lost)


def test_trainings_are_compared_at_the_same_epoch() -> None:
    long = course(0.8, 0.4, 0.1)

    assert not course(0.5).is_far_better_than(long, guessing=math.inf)
    assert course(0.3).is_far_better_than(long, guessing=math.inf)


def test_a_training_without_an_epoch_tells_nothing() -> None:
    assert not course().is_better_than(course(1.0))
    assert not course(1.0).is_better_than(course())
    assert not course().is_far_better_than(course(1.0), guessing=4.0)


def test_a_course_is_read_from_logs_whatever_accuracy_is_called() -> None:
    logs = [{"loss": 0.5, "binary_accuracy": 0.7}, {"loss": 0.4, "binary_accuracy": 0.8}]

    assert Course.of(logs) == Course(losses=[0.5, 0.4], accuracies=[0.7, 0.8])
