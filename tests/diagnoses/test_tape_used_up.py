"""A tape that is asked twice."""

from dataclasses import replace

from described import evidence

from etude.diagnoses.catalogue import tape_used_up
from etude.domain.error import Error, ErrorFrame

SAID = "A non-persistent GradientTape can only be used to compute one set of gradients"


def test_points_at_the_second_question() -> None:
    frame = ErrorFrame(file="program.py", line=7, function="<module>")
    error = Error(type="RuntimeError", message=SAID, frames=[frame])

    finding = tape_used_up.match(replace(evidence(), errors=[error]))

    assert finding is not None
    assert finding.line == 7


def test_is_silent_on_another_error() -> None:
    assert tape_used_up.match(evidence(error="No gradients provided")) is None
