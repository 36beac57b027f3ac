"""`trainable` set between two calls of fit."""

from dataclasses import replace

from described import evidence
from looped import fitted, state

from etude.diagnoses.catalogue import trainable_changed_after_compile as diagnosis
from etude.domain.observations import Fit

PROGRAM = "model.fit(x)\nbase.trainable = True\n\n\n\n\n\n\nmodel.fit(x)\n"


def fits(*, before: bool, after: bool, change: float, compile_line: int = 2) -> list[Fit]:
    states = (state("dense", change=change), state("dense_1", change=0.2))
    one = fitted(*states, loss=[1.0, 0.9])
    first, second = (_with(one, trainable) for trainable in (before, after))
    compiled = replace(second.model.compiled, line=compile_line)  # type: ignore[type-var]
    return [first, replace(second, model=replace(second.model, compiled=compiled))]


def _with(fit: Fit, trainable: bool) -> Fit:
    first, *others = fit.model.layers
    model = replace(fit.model, layers=[replace(first, trainable=trainable), *others])
    return replace(fit, model=model)


def test_fires_at_the_line_that_unfreezes_too_late() -> None:
    thawed = fits(before=False, after=True, change=0.0)

    finding = diagnosis.match(evidence(fits=thawed, program=PROGRAM))

    assert finding is not None
    assert finding.line == 2
    assert "set to True, and not one of its weights changed (dense)" in finding.evidence


def test_fires_when_frozen_too_late() -> None:
    frozen = fits(before=True, after=False, change=0.1)

    finding = diagnosis.match(evidence(fits=frozen, program=PROGRAM))

    assert finding is not None
    assert "its weights went on changing" in finding.evidence


def test_is_silent_where_the_change_had_its_effect() -> None:
    for one in (
        fits(before=False, after=True, change=0.1),
        fits(before=True, after=False, change=0.0),
        fits(before=True, after=True, change=0.0),
        fits(before=False, after=True, change=0.0, compile_line=5),
    ):
        assert diagnosis.match(evidence(fits=one, program=PROGRAM)) is None


CALLBACK = """class Freeze(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        if epoch == 3:
            self.model.layers[0].trainable = False


model.fit(x, callbacks=[Freeze()])
"""


def meanwhile(*, change: float, trainable: bool) -> Fit:
    """A training that left its first layer with this ``trainable``, the opposite of the first."""
    states = (state("dense", change=change, trainable=trainable), state("dense_1", change=0.2))
    return _with(fitted(*states, loss=[1.0, 0.9]), not trainable)


def test_fires_at_a_callback_that_freezes_when_the_step_is_compiled() -> None:
    finding = diagnosis.match(
        evidence(fits=[meanwhile(change=0.1, trainable=False)], program=CALLBACK)
    )

    assert finding is not None
    assert finding.line == 4
    assert "was running when trainable was set to False" in finding.evidence


def test_fires_at_a_callback_that_unfreezes_in_vain() -> None:
    thawing = CALLBACK.replace("False", "True")

    finding = diagnosis.match(
        evidence(fits=[meanwhile(change=0.0, trainable=True)], program=thawing)
    )

    assert finding is not None
    assert "not one of its weights changed" in finding.evidence


def test_is_silent_where_a_callback_is_in_time_or_each_step_asks_anew() -> None:
    eager = "model.compile(run_eagerly=True)\n" + CALLBACK
    after = CALLBACK.replace("on_epoch_begin", "on_train_end")

    assert not _told(meanwhile(change=0.0, trainable=False), CALLBACK)
    assert not _told(meanwhile(change=0.1, trainable=True), CALLBACK.replace("False", "True"))
    assert not _told(meanwhile(change=0.1, trainable=False), eager)
    assert not _told(meanwhile(change=0.1, trainable=False), after)


def _told(fit: Fit, program: str) -> bool:
    return diagnosis.match(evidence(fits=[fit], program=program)) is not None
