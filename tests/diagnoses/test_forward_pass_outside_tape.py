"""A model that is called before the tape records."""

from described import evidence
from looped import called, gradient

from etude.diagnoses.catalogue import forward_pass_outside_tape as diagnosis

ERROR = "No gradients provided for any variable."


def test_fires_at_the_call_outside() -> None:
    calls = [called(line=3, taped=False), gradient(line=6, none=2)]

    finding = diagnosis.match(evidence(calls=calls, error=ERROR))

    assert finding is not None
    assert finding.line == 3
    assert "all of the 2 gradients in line 6 are None" in finding.evidence


def test_fires_at_a_generator_called_outside_before_the_gradients_of_another() -> None:
    calls = [
        called(line=3, key="generator", taped=False),
        called(line=5, key="critic"),
        gradient(line=7, of=["critic"]),
        gradient(line=8, of=["generator"], none=2),
    ]

    finding = diagnosis.match(evidence(calls=calls, error=ERROR))

    assert finding is not None
    assert finding.line == 3


def test_is_silent_when_a_call_was_taped() -> None:
    calls = [called(line=3, taped=False), called(line=5), gradient(none=2)]

    assert diagnosis.match(evidence(calls=calls, error=ERROR)) is None


def test_is_silent_when_some_gradient_was_found_or_nothing_failed() -> None:
    calls = [called(line=3, taped=False), gradient(none=1)]

    assert diagnosis.match(evidence(calls=calls, error=ERROR)) is None
    assert diagnosis.match(evidence(calls=[calls[0], gradient(none=2)])) is None


def test_fires_on_the_network_that_is_asked_about_though_another_was_taped() -> None:
    generator = called(line=3, taped=False, key="g")
    first = [called(line=5, key="d"), gradient(line=6, of=["d"])]
    calls = [generator, *first, called(line=8, key="d"), gradient(line=9, none=2, of=["g"])]

    finding = diagnosis.match(evidence(calls=calls, error=ERROR))

    assert finding is not None
    assert finding.line == 3
