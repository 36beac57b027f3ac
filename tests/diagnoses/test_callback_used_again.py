"""One callback that remembers the best value, given to several trainings."""

from dataclasses import replace

from described import dense, evidence, model
from trained import trained

from etude.diagnoses.catalogue import callback_used_again
from etude.domain.finding import Finding
from etude.domain.observations import Call, Callback, Fit

KEEPER = Callback(
    kind="ModelCheckpoint", line=4, key="7", options={"save_best_only": True}, bases=()
)


def training(key: str, *, line: int = 1, units: int = 3) -> Fit:
    of = replace(model(dense(units), loss="mse", line=line), key=key)
    return trained(loss=[1.0, 0.5], model=of, callbacks=[KEEPER])


def found(*fits: Fit, read_at: int = 0) -> Finding | None:
    calls = [Call(name="load_model", line=read_at)] if read_at else []
    return callback_used_again.match(evidence(fits=fits, calls=calls, program="fit()\n"))


def test_fires_when_a_new_model_has_to_pass_the_best_of_another() -> None:
    finding = found(training("1"), training("2"))

    assert finding is not None
    assert finding.line == 4


def test_is_silent_when_the_same_model_trains_on() -> None:
    assert found(training("1"), training("1")) is None


def test_is_silent_when_the_model_that_was_kept_is_read_back_and_trains_on() -> None:
    assert found(training("1"), training("2", line=6), read_at=6) is None


def test_fires_when_what_is_read_is_another_one() -> None:
    assert found(training("1"), training("2", line=6, units=5), read_at=8) is not None
