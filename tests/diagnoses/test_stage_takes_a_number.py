"""What a stage of a pipeline counts to."""

from dataclasses import replace

import pytest
from stopped import error

from etude.diagnoses.catalogue import stage_takes_a_number as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source
from etude.domain.error import Operand

TEXT = "Cannot convert '8' to EagerTensor of dtype int64"
NONE = (
    "Attempt to convert a value (None) with an unsupported type (<class 'NoneType'>) to a Tensor."
)
SMALL = "Batch size must be greater than zero."
AUTO = "Cannot convert 'auto' to EagerTensor of dtype int64"


def refused(line: str, message: str, *operands: Operand) -> Evidence:
    stopped = error(message, raised_by="tensorflow.python.framework.constant_op", line=1)
    return Evidence(source=Source("program.py", line), errors=[replace(stopped, operands=operands)])


@pytest.mark.parametrize(
    ("line", "message", "change"),
    [
        ("ds.shuffle(64).batch('8')", TEXT, "without quotes: batch(8)"),
        ("ds.shuffle(64).batch(os.environ['SIZE'])", TEXT, "batch(int(os.environ['SIZE'])):"),
        ("ds.shuffle(None).batch(8)", NONE, "shuffle(1000):"),
        ("ds.batch(n // 100)", SMALL, "batch(max(1, n // 100));"),
        (
            "ds.map(scale, num_parallel_calls='auto')",
            AUTO,
            "map(num_parallel_calls=tf.data.AUTOTUNE)",
        ),
        ("ds.repeat(2.0)", "Cannot convert 2.0 to EagerTensor of dtype int64", "repeat(2)"),
    ],
)
def test_tells_the_stage_and_the_number(line: str, message: str, change: str) -> None:
    finding = diagnosis.match(refused(line, message))

    assert finding is not None
    assert finding.change.startswith(change)


def test_tells_the_name_that_held_a_text() -> None:
    size = Operand(name="size", type="str", value="'8'")

    finding = diagnosis.match(refused("ds.shuffle(64).batch(size)", TEXT, size))

    assert finding is not None
    assert finding.change.startswith("batch(int(size)):")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("t * '8'", TEXT),
        ("ds.batch(8).map(lambda v: v * '9')", TEXT),
        ("tf.constant(None)", NONE),
        ("ds.batch(8)", "something else"),
    ],
)
def test_is_silent_where_no_stage_was_given_it(line: str, message: str) -> None:
    assert diagnosis.match(refused(line, message)) is None
