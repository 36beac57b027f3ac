"""Trainings that are taken up again: what the optimizer remembered, and which epoch comes next."""

import pytest
from described import evidence
from looped import applied, gradient

from etude.diagnoses.catalogue import epochs_begin_anew, optimizer_state_lost
from etude.domain.observations import ShownWarning

SKIPPED = ShownWarning(
    message="Skipping variable loading for optimizer 'adam', because it has 2 variables whereas "
    "the saved optimizer has 10 variables.",
    line=3,
)
RESUMES = """\
model = build()
if os.path.exists('last.weights.h5'):
    model.load_weights('last.weights.h5')
model.fit(x, y, {epochs})
"""
LOOP = """\
import tensorflow as tf
optimizer = keras.optimizers.{optimizer}
checkpoint = tf.train.Checkpoint({held})
checkpoint.restore(tf.train.latest_checkpoint('kept'))
for epoch in {epochs}:
    train_one_epoch()
    checkpoint.save('kept/one')
"""
CALLS = [gradient(line=6), applied(line=6)]


def loop(
    optimizer: str = "Adam()", held: str = "model=model", epochs: str = "range(done, 5)"
) -> str:
    return LOOP.format(optimizer=optimizer, held=held, epochs=epochs)


def test_weights_loaded_before_the_optimizer_was_built() -> None:
    program = RESUMES.format(epochs="initial_epoch=2, epochs=5")
    seen = evidence(warnings=[SKIPPED], calls=CALLS, program=program)

    finding = optimizer_state_lost.match(seen)

    assert finding is not None
    assert finding.line == 3
    assert "leaves the optimizer as it is" in finding.evidence


def test_weights_of_another_training_need_no_optimizer() -> None:
    program = "model.load_weights('trained.weights.h5')\nmodel.fit(x, y)\n"
    seen = evidence(warnings=[SKIPPED], calls=CALLS, program=program)

    assert optimizer_state_lost.match(seen) is None


def test_weights_that_are_only_asked_need_no_optimizer() -> None:
    program = RESUMES.format(epochs="initial_epoch=2, epochs=5")

    assert optimizer_state_lost.match(evidence(warnings=[SKIPPED], program=program)) is None


def test_a_checkpoint_without_the_optimizer_of_the_loop() -> None:
    finding = optimizer_state_lost.match(evidence(calls=CALLS, program=loop()))

    assert finding is not None
    assert finding.line == 3
    assert "the optimizer of line 2" in finding.evidence


@pytest.mark.parametrize(
    "program",
    [
        loop(held="model=model, optimizer=optimizer"),
        loop(held="model=model, steps=optimizer"),
        loop(held="**everything"),
        loop(optimizer="SGD(0.1)"),
        loop().replace("checkpoint.restore", "look_at"),
    ],
)
def test_nothing_is_lost_where_it_is_kept_or_there_is_nothing(program: str) -> None:
    assert optimizer_state_lost.match(evidence(calls=CALLS, program=program)) is None


@pytest.mark.parametrize(
    ("program", "line"),
    [(RESUMES.format(epochs="epochs=5"), 4), (loop(epochs="range(5)"), 5)],
)
def test_epochs_that_begin_anew(program: str, line: int) -> None:
    finding = epochs_begin_anew.match(evidence(program=program))

    assert finding is not None
    assert finding.line == line
    assert "once more" in finding.evidence


@pytest.mark.parametrize(
    "program",
    [
        RESUMES.format(epochs="initial_epoch=2, epochs=5"),
        RESUMES.format(epochs="epochs=5 - done"),
        RESUMES.format(epochs="epochs=5").replace("if os.path.exists", "if asked_for"),
        loop(),
        loop(epochs="range(5 - done)"),
    ],
)
def test_epochs_that_go_on_or_belong_to_another_training(program: str) -> None:
    assert epochs_begin_anew.match(evidence(program=program)) is None
