"""Records that are read in another way than they were written."""

import pytest
from described import evidence
from stopped import failed

from etude.diagnoses.catalogue import record_parsed_otherwise as diagnosis

PROGRAM = """\
WANTED = {
    "width": tf.io.FixedLenFeature((), tf.int32),
    "name": tf.io.FixedLenFeature((), tf.string),
}
feature = {"name": tf.train.Feature(bytes_list=names)}
example = tf.io.parse_single_example(record, WANTED)
"""


@pytest.mark.parametrize(
    ("message", "line", "what"),
    [
        (
            "{{x}} Feature: name (data type: string) is required but could not be found.\n\t[[n]]",
            3,
            "holds none of this name",
        ),
        (
            "Key: name.  Data types don't match. Data type: float but expected type: int64",
            3,
            "was written as float and is read as int64",
        ),
        (
            "Name: <unknown>, Key: width, Index: 0.  Data types don't match. Expected type: float, "
            "Actual type: int64 [Op:ParseExampleV2]",
            2,
            "was written as int64 and is read as float",
        ),
        (
            "Key: width.  Can't parse serialized Example: Some float_list slice was not parsed.",
            2,
            "another number of values",
        ),
        (
            "Name: <unknown>, Key: width, Index: 0.  Number of int64 values != expected.  Values "
            "size: 2 but output shape: [3]",
            2,
            "another number of values",
        ),
        (
            "Value for attr 'Tdense' of int32 is not in the list of allowed values: float, int64",
            2,
            "read as int32",
        ),
        (
            "parameter 'dense_defaults' has DataType int32 not in list of allowed values: float32",
            2,
            "read as int32",
        ),
        ("Feature: depth (data type: int64) is required but could not be found.", 6, '"depth"'),
    ],
    ids=[
        "name",
        "type",
        "type of a batch",
        "length",
        "length of a batch",
        "int32",
        "int32 in a map",
        "nowhere written",
    ],
)
def test_fires_where_the_feature_is_read(message, line, what):
    finding = diagnosis.match(evidence(program=PROGRAM, error=message))

    assert finding is not None
    assert finding.line == line
    assert what in finding.evidence


@pytest.mark.parametrize(
    "message",
    [
        "",
        "Key: a checkpoint has no such key",
        "Cannot batch tensors with different shapes in component 0.",
        "Could not parse example input, value: ''",
    ],
)
def test_is_silent_on(message):
    assert diagnosis.match(evidence(program=PROGRAM, error=message)) is None


@pytest.mark.parametrize(
    ("message", "line"),
    [
        ("Input to reshape is a tensor with 192 values, but the requested shape has 768", 2),
        ("Input to DecodeRaw has length 13 that is not a multiple of 4, the size of float", 2),
        ("Input to reshape is a tensor with 192 values, but the requested shape has 700", 0),
    ],
    ids=["a quarter", "cut in the middle", "another size"],
)
def test_fires_on_bytes_that_are_decoded_as_another_type(message: str, line: int) -> None:
    program = "raw = record['image']\npicture = tf.io.decode_raw(raw, tf.float32)\n"

    finding = diagnosis.match(failed(program, message, "InvalidArgumentError"))

    assert (finding.line if finding else 0) == line
    assert finding is None or "as tf.float32" in finding.evidence
