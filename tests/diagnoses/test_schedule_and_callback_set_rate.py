"""Two that want to decide the learning rate."""

from dataclasses import replace

from described import dense, model
from stopped import arrays, failed

from etude.diagnoses.catalogue import schedule_and_callback_set_rate as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Callback, Fit

SAID = (
    "This optimizer was created with a `LearningRateSchedule` object as its `learning_rate` "
    "constructor argument, hence its learning rate is not settable."
)


def run(*callbacks: Callback, message: str = SAID) -> Evidence:
    fit = Fit(index=0, line=3, model=model(dense(1)), train=arrays(x=[8, 2]), callbacks=callbacks)
    return replace(failed("", message, "TypeError"), fits=[fit])


def test_fires_at_the_callback() -> None:
    finding = diagnosis.match(
        run(Callback(kind="EarlyStopping", line=1), Callback(kind="ReduceLROnPlateau", line=2))
    )

    assert finding is not None
    assert finding.line == 2
    assert finding.evidence.startswith("ReduceLROnPlateau sets the learning rate")


def test_fires_where_the_program_sets_it_itself() -> None:
    finding = diagnosis.match(run())

    assert finding is not None
    assert finding.line == 3


def test_is_silent_about_other_exceptions() -> None:
    assert diagnosis.match(run(message="could not broadcast")) is None
