"""An optimizer without variables."""

from dataclasses import replace

import pytest
from described import evidence
from looped import gradient

from etude.diagnoses.catalogue import variables_listed_too_early as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.error import ErrorFrame

PROGRAM = """\
{listed}
gradients = tape.gradient(loss, variables)
optimizer.apply_gradients(zip(gradients, variables))
"""
AT = ErrorFrame(file="program.py", line=3, function="<module>")
REFUSED = "not enough values to unpack (expected 2, got 0)"


def _seen(
    *,
    listed: str = "variables = model.trainable_variables",
    sources: int = 0,
    message: str = REFUSED,
    raised_by: str = "keras.src.optimizers.base_optimizer.apply_gradients",
) -> Evidence:
    seen = evidence(
        program=PROGRAM.format(listed=listed), calls=[gradient(sources=sources)], error=message
    )
    assert seen.error is not None
    return replace(seen, errors=[replace(seen.error, frames=[AT], raised_by=raised_by)])


@pytest.mark.parametrize(("listed", "line"), [("variables = model.weights", 1), ("pass", 3)])
def test_fires_where_variables_are_listed_else_at_the_optimizer(listed: str, line: int) -> None:
    finding = diagnosis.match(_seen(listed=listed))

    assert finding is not None
    assert finding.line == line
    assert "the optimizer in line 3 is given no variables" in finding.evidence


@pytest.mark.parametrize(
    "seen",
    [
        _seen(sources=2),
        _seen(message="no gradients provided for any variable"),
        _seen(raised_by="train.unpack"),
    ],
)
def test_is_silent_on_other_errors(seen: Evidence) -> None:
    assert diagnosis.match(seen) is None
