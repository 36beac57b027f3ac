"""Copies of a model that have learned nothing."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import clone_has_no_weights as diagnosis

PROGRAM = """\
teacher.fit(x, y)
pupil = keras.models.clone_model(teacher)
{between}
pupil.predict(x)
"""


def test_fires_where_the_copy_is_made() -> None:
    finding = diagnosis.match(evidence(program=PROGRAM.format(between="pupil.compile('adam')")))

    assert finding is not None
    assert finding.line == 2
    assert "line 4 asks it" in finding.evidence


@pytest.mark.parametrize(
    "between",
    [
        "pupil.set_weights(teacher.get_weights())",
        "pupil.load_weights('teacher.weights.h5')",
        "pupil.fit(x, y)",
        "for a, b in zip(pupil.weights, teacher.weights): a.assign(b)",
    ],
)
def test_is_silent_where_the_copy_gets_weights(between: str) -> None:
    assert diagnosis.match(evidence(program=PROGRAM.format(between=between))) is None


def test_is_silent_where_the_first_had_learned_nothing_yet() -> None:
    program = PROGRAM.format(between="").replace("teacher.fit(x, y)\n", "")

    assert diagnosis.match(evidence(program=program)) is None
