"""What goes wrong in loops of one's own, told from their first batches and their place."""

from collections.abc import Sequence
from dataclasses import replace
from textwrap import dedent

import pytest
from described import evidence, layer
from looped import gradient, looped, network
from trained import trained

from etude.diagnoses.catalogue import (
    diverging_loss,
    gradients_not_applied,
    iterator_used_up,
    nan_loss,
    not_shuffled,
    same_batch_again,
    state_never_reset,
    validation_trains_too,
)
from etude.diagnoses.evidence import Evidence
from etude.domain.own_loop import Batch

SAME = [Batch(key=7)] * 20
OTHERS = [Batch(key=number) for number in range(20)]


def _text(program: str) -> str:
    return dedent(program).lstrip("\n")


NEW_ITERATOR = _text("""
    for step in range(100):
        x, y = next(iter(data))
        model.train_on_batch(x, y)
    """)
NEVER_MOVED_ON = _text("""
    start = 0
    for step in range(100):
        model.train_on_batch(inputs[start : start + 8], labels[start : start + 8])
    """)
BEFORE = _text("""
    x, y = next(iter(data))
    for step in range(100):
        model.train_on_batch(x, y)
    """)
CALLED = _text("""
    def step():
        x, y = next(iter(data))
        model.train_on_batch(x, y)
    for number in range(100):
        step()
    """)


@pytest.mark.parametrize(("program", "line"), [(NEW_ITERATOR, 2), (NEVER_MOVED_ON, 3), (CALLED, 2)])
def test_fires_where_the_same_batch_is_made_in_each_round(program: str, line: int) -> None:
    found = evidence(loops=[looped(line=3, batches=SAME)], program=program)

    finding = same_batch_again.match(found)

    assert finding is not None
    assert finding.line == line


@pytest.mark.parametrize(
    ("program", "batches"),
    [(BEFORE, SAME), (NEW_ITERATOR, OTHERS), (NEW_ITERATOR, SAME[:4])],
    ids=["made before the loop", "another each time", "a few steps"],
)
def test_is_silent_on_a_batch_that_is(program: str, batches: list[Batch]) -> None:
    found = evidence(loops=[looped(line=3, batches=batches)], program=program)

    assert same_batch_again.match(found) is None


GENERATOR = _text("""
    def batches():
        while True:
            i = 0
            yield x[i : i + 32], y[i : i + 32]
            i += 32
            if i + 32 > len(x):
                i = 0


    model.fit(batches(), steps_per_epoch=10)
    """)
ROUND_AGAIN = _text("""
    def batches():
        while True:
            i = 0
            while i < len(x):
                yield x[i : i + 32], y[i : i + 32]
                i += 32


    model.fit(batches(), steps_per_epoch=10)
    """)


def _given_by_generator(
    program: str, *, keys: Sequence[int] = (7,) * 20, steps: int = 10
) -> Evidence:
    line = 1 + program[: program.index("model.fit")].count("\n")
    fit = replace(trained(loss=[0.5, 0.1]), line=line, batch_keys=keys)
    return evidence(fits=[replace(fit, arguments={"steps_per_epoch": steps})], program=program)


def test_fires_where_a_generator_goes_back_before_each_batch() -> None:
    finding = same_batch_again.match(_given_by_generator(GENERATOR))

    assert finding is not None
    assert finding.line == 3
    assert finding.about == "i"
    assert "line 3 sets i back before each batch" in finding.evidence


def test_is_silent_on_generators_that_move_on_or_have_one_batch() -> None:
    for found in (
        _given_by_generator(GENERATOR, keys=range(20)),
        _given_by_generator(GENERATOR, keys=[7] * 4),
        _given_by_generator(GENERATOR, steps=1),
        _given_by_generator(ROUND_AGAIN),
    ):
        assert same_batch_again.match(found) is None


SORTED = [Batch(key=n, labels=[n // 6]) for n in range(18)]
IN_TURNS = [Batch(key=n, labels=[n % 2]) for n in range(18)]
MIXED = [Batch(key=n, labels=[0, 1, 2]) for n in range(18)]


def test_fires_on_batches_that_come_class_by_class() -> None:
    finding = not_shuffled.match(evidence(loops=[looped(line=4, batches=SORTED)]))

    assert finding is not None
    assert finding.line == 4
    assert "6 batches of a class" in finding.evidence


@pytest.mark.parametrize("batches", [IN_TURNS, MIXED, SORTED[:6]])
def test_is_silent_on_other_orders(batches: list[Batch]) -> None:
    assert not_shuffled.match(evidence(loops=[looped(line=4, batches=batches)])) is None


COPIED = _text("""
    for epoch in range(5):
        for x, y in train_data:
            train_step(x, y)
        for x, y in val_data:
            {step}(x, y)
    def train_step(x, y):
        with tf.GradientTape() as tape:
            loss = measure(y, model(x))
        gradients = tape.gradient(loss, model.trainable_variables)
    """)


def test_fires_on_a_loop_over_validation_data_that_calls_the_training_step() -> None:
    found = evidence(loops=[looped(line=9, how="tape")], program=COPIED.format(step="train_step"))

    finding = validation_trains_too.match(found)

    assert finding is not None
    assert finding.line == 5


@pytest.mark.parametrize("program", [
    COPIED.format(step="test_step"),
    COPIED.format(step="train_step").replace("val_data", "unlabelled_data"),
])  # fmt: skip
def test_is_silent_on_loops_that_measure_or_learn_from_more_data(program: str) -> None:
    found = evidence(loops=[looped(line=9, how="tape")], program=program)

    assert validation_trains_too.match(found) is None


COUNTED = _text("""
    def train_step(x, y):
        with tf.GradientTape() as tape:
            loss = measure(y, model(x, training=True))
            other = measure(y_more, model({more}, training=True))
            total = {total}
        gradients = tape.gradient(total, model.trainable_variables)
    """)


def test_fires_where_the_loss_of_held_out_examples_is_added() -> None:
    program = COUNTED.format(more="x_val", total="loss + other")

    finding = validation_trains_too.match(
        evidence(loops=[looped(line=6, how="tape")], program=program)
    )

    assert finding is not None
    assert finding.line == 5
    assert "adds the loss of x_val" in finding.evidence


@pytest.mark.parametrize(
    ("more", "total"),
    [("x_unlabelled", "loss + other"), ("x_val", "2 * loss"), ("x_val", "loss + 0.1 * size")],
    ids=["more examples", "computed beside it", "a penalty"],
)
def test_is_silent_on_a_loss_of(more: str, total: str) -> None:
    program = COUNTED.format(more=more, total=total)

    found = evidence(loops=[looped(line=6, how="tape")], program=program)

    assert validation_trains_too.match(found) is None


PASSES = _text("""
    for epoch in range(5):
        for start in range(0, 64, 8):
            model.train_on_batch(x[start : start + 8], y[start : start + 8])
    """)
STATEFUL = network(layer("LSTM", units=4, stateful=True, line=1))


def test_fires_on_a_state_that_goes_on_from_pass_to_pass() -> None:
    finding = state_never_reset.match(
        evidence(loops=[looped(line=3, model=STATEFUL)], program=PASSES)
    )

    assert finding is not None
    assert finding.line == 1


@pytest.mark.parametrize("program", [
    PASSES + "    model.layers[0].reset_state()\n",
    _text("""
    for piece, following in pieces:

        model.train_on_batch(piece, following)
    """),
])  # fmt: skip
def test_is_silent_on_a_state_that_is_reset_or_has_one_pass(program: str) -> None:
    found = evidence(loops=[looped(line=3, model=STATEFUL)], program=program)

    assert state_never_reset.match(found) is None


MADE_ONCE = _text("""
    batches = zip(x, y)
    for epoch in range(9):
        for a, b in batches:
            model.train_on_batch(a, b)
    """)
MADE_EACH_TIME = _text("""
    for epoch in range(9):
        batches = zip(x, y)
        for a, b in batches:
            model.train_on_batch(a, b)
    """)


def test_fires_on_an_iterator_that_was_made_before_all_epochs() -> None:
    finding = iterator_used_up.match(evidence(loops=[looped(line=4)], program=MADE_ONCE))

    assert finding is not None
    assert finding.line == 1
    assert "100 steps" in finding.evidence


@pytest.mark.parametrize(
    "program",
    [MADE_EACH_TIME, MADE_ONCE.replace("zip(x, y)", "list(zip(x, y))"),
     MADE_ONCE.replace("zip(x, y)", "itertools.cycle(zip(x, y))")],
)  # fmt: skip
def test_is_silent_on_an_iterator_for_each_epoch_and_on_lists(program: str) -> None:
    assert iterator_used_up.match(evidence(loops=[looped(line=4)], program=program)) is None


def test_fires_on_a_step_whose_condition_was_never_true() -> None:
    program = _text("""
        for i, (x, y) in enumerate(data):
            gradients = tape.gradient(loss, model.trainable_variables)
            if (i + 1) % 16 == 0:
                optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        """)

    finding = gradients_not_applied.match(
        evidence(calls=[gradient(line=2) for _ in range(8)], program=program)
    )

    assert finding is not None
    assert finding.line == 4


def test_says_in_which_step_a_loss_became_no_number() -> None:
    run = looped(line=2, losses=[1.0] * 10 + [float("nan")] * 10)

    finding = nan_loss.match(evidence(loops=[run]))

    assert finding is not None
    assert "from about step 11 on" in finding.evidence


def test_the_loss_of_an_agent_or_of_two_networks_at_play_may_rise() -> None:
    run = looped(line=2, losses=[1.0] * 10 + [9.0] * 10)

    assert diverging_loss.match(evidence(loops=[run])) is None
