"""A new model that is asked without its weights."""

from dataclasses import replace

from described import evidence
from followed import saved
from looped import network
from trained import trained

from etude.diagnoses.catalogue import saved_weights_not_loaded as diagnosis
from etude.domain.observations import Call, Fit

FIT: Fit = replace(trained(loss=[1.0, 0.5]), model=network(key="1"))
SAVED = saved("save_weights", line=12, filepath="w.weights.h5")


def asked(*, key: str = "2", line: int = 20) -> Call:
    return Call(name="Model.evaluate", line=line, model=network(key=key, name="fresh"))


def test_fires_where_the_fresh_model_is_asked() -> None:
    finding = diagnosis.match(evidence(fits=[FIT], calls=[SAVED, asked()]))

    assert finding is not None
    assert finding.line == 20
    assert "asks fresh, which was never trained" in finding.evidence
    assert "line 12 wrote to w.weights.h5" in finding.evidence


def test_is_silent_when_anything_is_loaded() -> None:
    facts = evidence(fits=[FIT], calls=[SAVED, asked()], program="fresh.load_weights(path)\n")

    assert diagnosis.match(facts) is None


def test_is_silent_on_the_trained_model_and_on_a_first_look_before_training() -> None:
    for call in (asked(key="1"), asked(line=3)):
        assert diagnosis.match(evidence(fits=[FIT], calls=[SAVED, call])) is None


def test_is_silent_on_another_network_and_without_a_file() -> None:
    other = Call(name="Model.predict", line=20, model=replace(network(key="3"), parameters=5))

    assert diagnosis.match(evidence(fits=[FIT], calls=[SAVED, other])) is None
    assert diagnosis.match(evidence(fits=[FIT], calls=[asked()])) is None
