"""What stops because shapes do not fit: each message of a library, with what it is told as."""

from collections.abc import Sequence
from dataclasses import replace
from types import ModuleType

import pytest
from described import dense, layer, model
from stopped import arrays, failed, stopped

from etude.diagnoses.catalogue import (
    axis_not_there,
    branches_do_not_fit,
    channels_differ,
    feature_count_differs,
    file_is_no_picture,
    generator_gives_other_shapes,
    number_types_mixed,
    operands_do_not_fit,
    picture_size_differs,
    ready_network_wants_otherwise,
    sequence_length_differs,
    single_example_given,
    targets_of_other_width,
    tensor_changed_in_place,
    values_do_not_fill_shape,
)
from etude.domain.observations import TensorSample

SHAPES = (
    'Input 0 of layer "it" is incompatible with the layer: expected shape=({}), found shape=({})'
)
SUBTRACTED = "Dimensions must be equal, but are 3 and 10 for Sub with input shapes: [?,3], [?,10]."


@pytest.mark.parametrize(
    ("output", "targets", "change"),
    [
        ((None, 8, 8, 2), [64, 8, 8, 1], "1 unit or filter"),
        ((None, 12, 6), [64, 6, 1], "let the network end in (None, 6, 1)"),
    ],
    ids=["two channels for a mask", "every step for one answer"],
)
def test_places_that_do_not_fit_are_told(
    output: Sequence[int | None], targets: list[int], change: str
) -> None:
    of = model(dense(2, line=1), output=output)
    message = "Arguments `target` and `output` must have the same shape. Incompatible shapes"

    finding = targets_of_other_width.match(stopped(of, arrays(x=[64, 12, 2], y=targets), message))

    assert finding is not None
    assert change in finding.change


def test_windows_of_another_length_that_only_the_loss_refuses_are_told() -> None:
    of = model(dense(1, line=1), inputs=(None, 30, 1), output=(None, 30, 1))
    data = arrays(x=[64, 29, 1], y=[64, 30, 1])

    finding = sequence_length_differs.match(stopped(of, data, SUBTRACTED))

    assert finding is not None
    assert "built for 30 steps, and gets 29" in finding.evidence
    assert sequence_length_differs.match(stopped(of, data, "out of memory")) is None


@pytest.mark.parametrize(
    ("diagnosis", "message", "evidence", "change"),
    [
        (
            values_do_not_fill_shape,
            "cannot reshape array of size 37632 into shape (16,28,28,1)",
            "37632 values are to fill (16,28,28,1), which has room for 12544",
            "3 times as many",
        ),
        (
            values_do_not_fill_shape,
            "cannot reshape array of size 100 into shape (7,newaxis)",
            "100 values are to fill (7,newaxis), and 7 does not divide them",
            "print the shape",
        ),
        (
            values_do_not_fill_shape,
            "The total size of the tensor must be unchanged. Received: "
            "input_shape=(1568,), target_shape=(7, 7, 64)",
            "which has room for 3136",
            "2 times too few",
        ),
        (
            values_do_not_fill_shape,
            "Input to reshape is a tensor with 6272 values, but the requested shape has 3136",
            "6272 values are to fill the new shape",
            "2 times as many",
        ),
        (
            axis_not_there,
            "axis 1 is out of bounds for array of dimension 1",
            "along axis 1",
            "axis=-1",
        ),
        (
            axis_not_there,
            "Expected dimension in the range [-2, 2), but got 2",
            "axes 0 to 1",
            "axis=-1",
        ),
        (
            axis_not_there,
            "axis 0 is out of bounds for array of dimension 0",
            "a single number",
            "print",
        ),
        (
            branches_do_not_fit,
            "A `Concatenate` layer requires inputs with matching shapes except for the "
            "concatenation axis. Received: input_shape=[(None, 12, 16), (None, 16)]",
            "one has more axes than the other",
            "GlobalAveragePooling1D",
        ),
        (
            branches_do_not_fit,
            "Inputs have incompatible shapes. Received shapes (32, 32, 32) and (32, 32, 16)",
            "(None, 32, 32, 32) and (None, 32, 32, 16)",
            "the same width",
        ),
        (
            branches_do_not_fit,
            "Incompatible input shapes: axis values 8 (at axis 1) != 5 (at axis 1).",
            "8 numbers and the other 5",
            "the same width",
        ),
        (
            operands_do_not_fit,
            "Incompatible shapes: [64,3] vs. [64,10]",
            "(64, 3) and (64, 10)",
            "last layer",
        ),
        (
            operands_do_not_fit,
            "operands could not be broadcast together with shapes (64,) (64,10) ",
            "(64,) and (64, 10)",
            "[..., None]",
        ),
        (
            operands_do_not_fit,
            "Matrix size-incompatible: In[0]: [3,1], In[1]: [100,3]",
            "1 columns, and the second 100 rows",
            "turn the two around",
        ),
        (
            operands_do_not_fit,
            "shapes (5,3) and (4,3) not aligned: 3 (dim 1) != 4 (dim 0)",
            "3 columns, and the second 4 rows",
            "transpose",
        ),
        (
            operands_do_not_fit,
            "ConcatOp : Dimension 1 in both shapes must be equal: shape[0] = [2,3] vs. "
            "shape[1] = [3,2]",
            "(2, 3) and (3, 2) are to become one array",
            "concat",
        ),
        (
            operands_do_not_fit,
            "all the input array dimensions except for the concatenation axis must match"
            " exactly, but along dimension 0, the array at index 0 has size 2 and the "
            "array at index 1 has size 3",
            "2 and 3 places on axis 0",
            "bring them to one size",
        ),
        (
            number_types_mixed,
            "Cannot convert 0.5 to EagerTensor of dtype int32",
            "0.5 meets",
            "tf.float32",
        ),
        (
            number_types_mixed,
            "Value for attr 'TI' of float is not in the list of allowed values: uint8, int32",
            "takes uint8, int32, and gets float32",
            "tf.int32",
        ),
        (
            tensor_changed_in_place,
            "'ResourceVariable' object does not support item assignment",
            "x[0] is to get a value, and x is a variable",
            "x[0].assign(...)",
        ),
        (
            tensor_changed_in_place,
            "'EagerTensor' object does not support item assignment",
            "x is a tensor",
            "tensor_scatter_nd_update",
        ),
        (
            ready_network_wants_otherwise,
            "Input size must be at least 32x32; Received: input_shape=(28, 28, 3)",
            "pictures of 32x32 and more",
            "resize",
        ),
        (
            ready_network_wants_otherwise,
            "If using `weights='imagenet'` with `include_top=True`, `classes` should be "
            "1000.  Received classes=10",
            "10 are asked for",
            "Dense(10",
        ),
        (
            generator_gives_other_shapes,
            "`generator` yielded an element of shape (8,) where an element of shape (4,)"
            " was expected.",
            "of shape (4,), and the generator gives (8,)",
            "(8,)",
        ),
        (
            file_is_no_picture,
            "cannot identify image file 'a/b.jpg'",
            "the file 'a/b.jpg'",
            "rglob",
        ),
        (
            file_is_no_picture,
            "Invalid PNG header, data size 12",
            "PNG data",
            "rglob",
        ),
    ],
)
def test_a_message_is_told_in_the_words_of_the_person_with_a_way_out(
    diagnosis: ModuleType, message: str, evidence: str, change: str
) -> None:
    finding = diagnosis.match(failed("x[0] = 1\n", message, line=1))

    assert finding is not None
    assert evidence in finding.evidence
    assert change in finding.change


@pytest.mark.parametrize(
    ("wanted", "given", "named"),
    [
        ("None, 96, 96, 3", "None, 28, 28, 3", picture_size_differs),
        ("None, 28, 28, 1", "1, 64, 64", picture_size_differs),
        ("None, 28, 28, 3", "32, 28, 28", channels_differ),
        ("None, 9", "None, 8", feature_count_differs),
        ("None, 10, 4", "32, 10, 5", feature_count_differs),
        ("None, 30, 4", "1, 12, 4", sequence_length_differs),
    ],
)
def test_what_a_functional_model_refuses_has_one_name(
    wanted: str, given: str, named: ModuleType
) -> None:
    evidence = failed("", SHAPES.format(wanted, given))
    others = (picture_size_differs, channels_differ, feature_count_differs, sequence_length_differs)

    assert [one for one in others if one.match(evidence)] == [named]


def test_rows_of_tokens_have_a_length_and_no_features() -> None:
    reader = model(layer("Embedding"), dense(1), inputs=(None, 30))
    evidence = stopped(reader, arrays(x=[1, 4]), SHAPES.format("None, 30", "1, 4"))

    finding = sequence_length_differs.match(evidence)

    assert finding is not None
    assert "30 tokens, and gets 4" in finding.evidence
    assert "maxlen=30" in finding.change
    assert feature_count_differs.match(evidence) is None


def test_a_grey_picture_alone_lacks_two_axes() -> None:
    of = model(layer("Conv2D"), dense(3), inputs=(None, 28, 28, 1))

    finding = single_example_given.match(stopped(of, arrays("predict", x=[28, 28]), "no"))

    assert finding is not None
    assert finding.change == "add both axes, x[None, ..., None]"


@pytest.mark.parametrize(
    ("built", "targets", "told"),
    [
        (True, [64, 3], True),
        (False, [64, 3], True),
        (True, [64, 10], False),
        (True, [64, 1], False),
    ],
)
def test_the_width_of_outputs_is_compared_with_the_targets(
    built: bool, targets: list[int], told: bool
) -> None:
    of = model(dense(10, line=1))
    of = of if built else replace(of, outputs=[])

    finding = targets_of_other_width.match(stopped(of, arrays(x=[64, 8], y=targets), SUBTRACTED))

    assert (finding is not None) == told
    assert finding is None or "3 units in the last layer" in finding.change


@pytest.mark.parametrize(("metrics", "told"), [(["binary_accuracy"], True), ([], False)])
def test_a_metric_is_told_where_the_loss_takes_class_numbers(
    metrics: list[str], told: bool
) -> None:
    loss = "sparse_categorical_crossentropy"
    of = model(dense(3, line=1), loss=loss, metrics=metrics, compile_line=2)
    labels = TensorSample(path="1", dtype="int64", shape=[64], low=0, high=2, distinct=[0, 1, 2])
    given = arrays(x=[64, 8])
    data = replace(given, sample=[*given.sample, labels])

    finding = targets_of_other_width.match(
        stopped(of, data, "Incompatible shapes: [32] vs. [32,3]")
    )

    assert (finding is not None) == told
    assert finding is None or (finding.line == 2 and "binary_accuracy" in finding.evidence)
