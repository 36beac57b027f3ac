"""Results where functions are wanted."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import function_called_too_early as diagnosis

SCHEDULE = "def rate(epoch):\n    return 0.1\n\ncallback = LearningRateScheduler({given})\n"
NOT_CALLABLE = "'float' object is not callable"


@pytest.mark.parametrize(
    ("program", "line"),
    [
        (SCHEDULE.format(given="rate(0)"), 4),
        (SCHEDULE.format(given="schedule=rate(0)"), 4),
        ("def rate(epoch):\n    return 0.1\nnow = rate(0)\nLearningRateScheduler(now)\n", 3),
    ],
    ids=["in its place", "by name", "under a name"],
)
def test_points_at_the_call_that_comes_too_early(program: str, line: int) -> None:
    finding = diagnosis.match(failed(program, NOT_CALLABLE, "TypeError"))

    assert finding is not None
    assert finding.line == line
    assert "LearningRateScheduler(rate)" in finding.change
    assert "a float" in finding.evidence


def test_knows_a_generator_that_was_begun() -> None:
    program = "def rows():\n    yield 1\nds = tf.data.Dataset.from_generator(rows(), tf.int32)\n"
    message = "`generator` must be a Python callable."

    finding = diagnosis.match(failed(program, message, "TypeError", raised_by="tensorflow.x"))

    assert finding is not None
    assert finding.line == 3


@pytest.mark.parametrize(
    ("program", "raised_by"),
    [
        (SCHEDULE.format(given="rate"), "keras.src.x"),
        (SCHEDULE.format(given="made_elsewhere(0)"), "keras.src.x"),
        (SCHEDULE.format(given="rate(0)"), "__main__.train"),
    ],
    ids=["the function", "of another file", "a fault of one's own"],
)
def test_is_silent_on(program: str, raised_by: str) -> None:
    assert diagnosis.match(failed(program, NOT_CALLABLE, "TypeError", raised_by=raised_by)) is None
