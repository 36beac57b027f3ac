"""Weights for other losses than there are."""

from stopped import failed

from etude.diagnoses.catalogue import loss_weights_do_not_match as diagnosis

PROGRAM = "\nm.compile('adam', loss='mse', loss_weights=[1, 2, 3])\nm.fit(x, y)\n"


def test_both_numbers_are_told() -> None:
    message = "`loss_weights` must match the number of losses, got 2 losses and 3 weights."

    finding = diagnosis.match(failed(PROGRAM, message))

    assert finding is not None
    assert finding.line == 2
    assert "3 weights, and there are 2 losses" in finding.evidence


def test_a_word_is_no_weight() -> None:
    message = (
        "Expected `loss_weights` argument to be a float. Received instead: "
        "loss_weights=balanced of type <class 'str'>"
    )

    finding = diagnosis.match(failed(PROGRAM, message))

    assert finding is not None
    assert "loss_weights is balanced" in finding.evidence
    assert "class_weight" in finding.change


def test_is_silent_on_other_errors() -> None:
    assert diagnosis.match(failed(PROGRAM, "`loss_weights` are wrong")) is None
