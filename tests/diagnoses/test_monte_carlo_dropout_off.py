"""Several predictions with dropout that is off."""

from dataclasses import replace

from described import evidence
from looped import network

from etude.diagnoses.catalogue import monte_carlo_dropout_off as diagnosis
from etude.domain.observations import Call

PROGRAM = "hidden = keras.layers.Dropout(0.5)(hidden, training=True)\n"


def predicted(kind: str = "functional") -> Call:
    return Call(name="Model.predict", line=6, model=replace(network(), kind=kind))


def test_fires_at_the_predictions() -> None:
    finding = diagnosis.match(evidence(calls=[predicted()] * 5, program=PROGRAM))

    assert finding is not None
    assert finding.line == 6
    assert "the dropout of line 1" in finding.evidence


def test_is_silent_on_a_subclass_where_it_stays_on() -> None:
    calls = [predicted("subclassed")] * 5

    assert diagnosis.match(evidence(calls=calls, program=PROGRAM)) is None
    inside = "class Net(keras.Model):\n    def call(self, x):\n        return " + PROGRAM[9:]
    assert diagnosis.match(evidence(calls=[predicted()] * 5, program=inside)) is None


def test_is_silent_on_one_prediction_and_on_plain_dropout() -> None:
    assert diagnosis.match(evidence(calls=[predicted()], program=PROGRAM)) is None
    plain = PROGRAM.replace(", training=True", "")
    assert diagnosis.match(evidence(calls=[predicted()] * 5, program=plain)) is None
