"""What libraries refuse by their own words: each message, at once and in a graph, as it is told."""

from types import ModuleType

import pytest
from stopped import failed

from etude.diagnoses.catalogue import (
    arrangement_refused,
    datasets_joined_refused,
    gaps_made_integers,
    generator_gives_other_shapes,
    measure_refuses_classes,
    picture_step_refused,
    record_feature_refused,
    words_among_numbers,
)

CASES = [
    (
        picture_step_refused,
        "b'Need value.shape >= size, got '\n16, 16, 3\n20, 20, 3",
        "(20, 20, 3), is larger than the picture, (16, 16, 3)",
    ),
    (
        picture_step_refused,
        "assertion failed: [Need value.shape >= size, got ] [30 30 3] [32 32 3]",
        "(32 32 3), is larger than the picture, (30 30 3)",
    ),
    (
        picture_step_refused,
        "input must have 3 channels but instead has 1 channels.",
        "wants 3 channels, and the picture has 1",
    ),
    (picture_step_refused, "width must be >= target + offset.", "beyond the width"),
    (
        arrangement_refused,
        "transpose expects a vector of size 2. But input(1) is a vector of size 3",
        "an order of 3 axes, and the tensor has 2",
    ),
    (
        arrangement_refused,
        "Dimension must be 3 but is 4 for '{{node transpose}} = Transpose[T=DT_FLOAT](a, b)'",
        "an order of 4 axes, and the tensor has 3",
    ),
    (
        arrangement_refused,
        "dim 4 not in the interval [-3, 2]. for '{{node ExpandDims}} = ExpandDims[T=DT_FLOAT](x)'",
        "to stand at 4, and the tensor has 2 axes",
    ),
    (
        arrangement_refused,
        "Dimension size must be evenly divisible by 3 but is 5\n\tNumber of ways to split should",
        "5 places are to be split into 3",
    ),
    (
        arrangement_refused,
        "concat_dim: Tensor conversion requested dtype int32 for Tensor with dtype float32",
        "the second is taken for the axis",
    ),
    (
        arrangement_refused,
        "Can not squeeze dim[1], expected a dimension of 1, got 5 for '{{node Squeeze}}",
        "does not have the size 1",
    ),
    (
        datasets_joined_refused,
        "Invalid input to `zip`. Inputs are expected to be (nested) structures of "
        "`tf.data.Dataset` objects but encountered object of type <class 'numpy.ndarray'>.",
        "zip is given a ndarray",
    ),
    (
        gaps_made_integers,
        "cannot convert float NaN to integer",
        "gaps, NaN or None",
    ),
    (
        measure_refuses_classes,
        "Number of classes, 3, does not match size of target_names, 2. Try specifying",
        "2 names are given for 3 classes",
    ),
    (
        generator_gives_other_shapes,
        "`generator` yielded an element that could not be converted to the expected type. "
        "The expected type was float32, but the yielded element was {'a': 1}",
        "is told float32",
    ),
    (
        words_among_numbers,
        "StringToNumberOp could not correctly convert string: b",
        '"b" is among',
    ),
    (
        words_among_numbers,
        "Value for attr 'TI' of string is not in the list of allowed values: uint8, int8",
        "text is given to what counts with numbers",
    ),
    (
        record_feature_refused,
        "Could not parse example input, value: 'abc'",
        "is no record",
    ),
]


@pytest.mark.parametrize(("diagnosis", "message", "evidence"), CASES)
def test_a_message_is_told_in_the_words_of_the_person(
    diagnosis: ModuleType, message: str, evidence: str
) -> None:
    finding = diagnosis.match(failed("x\n", message, line=1))

    assert finding is not None
    assert evidence in finding.evidence


def test_another_operation_whose_axes_do_not_fit_is_not_told_as_a_transpose() -> None:
    message = "Dimension must be 3 but is 5 for '{{node unstack}} = Unpack[T=DT_FLOAT](x)'"

    assert arrangement_refused.match(failed("x\n", message)) is None


@pytest.mark.parametrize(
    ("message", "tells"),
    [
        ("expected bytes, str found", True),
        ("'float' object cannot be interpreted as an integer", True),
        ("must assign iterable", True),
        ("something else", False),
    ],
)
def test_what_a_feature_refuses_is_told_in_its_own_line_alone(message: str, tells: bool) -> None:
    program = "f = tf.train.Feature(bytes_list=tf.train.BytesList(value=[name]))\nrange(2.5)\n"

    here = record_feature_refused.match(failed(program, message, line=1))
    elsewhere = record_feature_refused.match(failed(program, message, line=2))

    assert (here is not None) is tells
    assert elsewhere is None
