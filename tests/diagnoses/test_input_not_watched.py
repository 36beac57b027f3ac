"""The gradient in a tensor that the tape does not follow."""

from described import evidence
from looped import gradient

from etude.diagnoses.catalogue import input_not_watched as diagnosis


def test_fires_at_the_gradient() -> None:
    asked = gradient(line=4, sources=1, none=1, variables=0, of=[])

    finding = diagnosis.match(evidence(calls=[asked]))

    assert finding is not None
    assert finding.line == 4
    assert "None" in finding.evidence


def test_is_silent_on_gradients_that_were_found_or_are_of_weights() -> None:
    for asked in (gradient(sources=1, variables=0), gradient(none=2)):
        assert diagnosis.match(evidence(calls=[asked])) is None


def test_is_silent_when_the_program_watches_something() -> None:
    asked = gradient(sources=1, none=1, variables=0)

    assert diagnosis.match(evidence(calls=[asked], program="tape.watch(x)\n")) is None


def test_says_that_watching_is_not_enough_for_a_target_of_fixed_numbers() -> None:
    program = "score = tf.constant([4.4])\ngrads = tape.gradient(score, ones)\n"
    asked = gradient(line=2, sources=1, none=1, variables=0, of=[])

    finding = diagnosis.match(evidence(calls=[asked], program=program))

    assert finding is not None
    assert "line 1 makes score of fixed numbers" in finding.change


def test_says_only_to_watch_where_the_target_is_computed() -> None:
    program = "score = model(picture)\ngrads = tape.gradient(score, picture)\n"
    asked = gradient(line=2, sources=1, none=1, variables=0, of=[])

    finding = diagnosis.match(evidence(calls=[asked], program=program))

    assert finding is not None
    assert finding.change.endswith("before what is differentiated is computed from it")
