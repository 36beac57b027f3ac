"""Keras's warning about weights that the loss does not depend on."""

from described import evidence

from etude.diagnoses.catalogue import some_weights_get_no_gradient as diagnosis
from etude.domain.observations import ShownWarning

WARNING = "Gradients do not exist for variables ['deep/kernel', 'deep/bias'] when minimizing"


def test_fires_where_it_was_shown() -> None:
    shown = [ShownWarning(message=WARNING, line=12)]

    finding = diagnosis.match(evidence(warnings=shown))

    assert finding is not None
    assert finding.line == 12
    assert "deep/kernel, deep/bias" in finding.evidence


def test_is_silent_on_other_warnings() -> None:
    shown = [ShownWarning(message="Do not pass an input_shape", line=12)]

    assert diagnosis.match(evidence(warnings=shown)) is None
