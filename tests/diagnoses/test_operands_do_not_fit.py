"""Shapes that do not fit in a line of the person's own, with the names that held them."""

from dataclasses import replace

import pytest
from described import dense, model
from stopped import arrays, error, failed, stopped

from etude.diagnoses.catalogue import operands_do_not_fit
from etude.diagnoses.clashes import Way, clash_of
from etude.diagnoses.evidence import Evidence
from etude.domain.error import ErrorFrame, Operand

IN_A_GRAPH = (
    "Dimensions must be equal, but are 3 and 28 "
    "for '{{{{node mul}}}} = {op}[T=DT_FLOAT](args_0, ones)' "
    "with input shapes: {shapes}."
)


def held(name: str, *shape: int | None) -> Operand:
    return Operand(name=name, type="ndarray", dtype="float32", shape=list(shape))


def with_operands(evidence: Evidence, *operands: Operand) -> Evidence:
    return replace(evidence, errors=[replace(evidence.errors[0], operands=operands)])


def told(message: str, *operands: Operand) -> tuple[str, str]:
    finding = operands_do_not_fit.match(with_operands(failed("", message), *operands))
    assert finding is not None
    return finding.evidence, finding.change


def test_a_mask_without_the_axis_of_the_channels_is_named() -> None:
    message = IN_A_GRAPH.format(op="Mul", shapes="[28,28,3], [28,28]")

    evidence, change = told(message, held("image", 28, 28, 3), held("mask", 28, 28))

    assert evidence.startswith("image, (28, 28, 3), and mask, (28, 28), are put together")
    assert change.endswith("mask[..., None]")


def test_what_is_of_another_batch_is_told_to_ask_the_batch() -> None:
    message = IN_A_GRAPH.format(op="AddV2", shapes="[32,5], [16,5]")

    _, change = told(message, held("x", 32, 5), held("noise", 16, 5))

    assert "32 rows and the other 16" in change
    assert "tf.shape(x)[0]" in change


def test_sizes_that_differ_elsewhere_are_named_from_the_last_axis_on() -> None:
    message = IN_A_GRAPH.format(op="Mul", shapes="[28,28,3], [32,32,1]")

    _, change = told(message)

    assert "28 and 32 are neither" in change


def test_a_product_whose_shapes_are_not_said_is_told_from_what_went_into_the_line() -> None:
    message = "matmul: Input operand 1 has a mismatch in its core dimension 0"

    evidence, change = told(message, held("x", 64, 5), held("w", 4, 3))

    assert evidence.startswith("x, (64, 5), times w, (4, 3), as matrices")
    assert "must have 5 rows" in change


def test_a_letter_of_einsum_for_two_sizes_is_told() -> None:
    message = "Expected dimension 6 at axis 0 of the input shaped [7,3] but got dimension 7"

    evidence, _ = told(message, held("a", 4, 5, 6), held("w", 7, 3))

    assert evidence.startswith("axis 0 of w, (7, 3), has the letter of an axis with 6 values")


def test_two_names_of_the_same_shape_are_not_told_apart() -> None:
    message = "Incompatible shapes: [4,3] vs. [4,7]"

    evidence, _ = told(message, held("a", 4, 3), held("b", 4, 3))

    assert evidence.startswith("(4, 3) and (4, 7) are put together")


@pytest.mark.parametrize(
    ("message", "way"),
    [
        ("Cannot broadcast shape, x. Input shapes are: [None, 4] and [None, 6].", Way.BY_PLACE),
        (IN_A_GRAPH.format(op="BatchMatMulV2", shapes="[?,5], [8,4]"), Way.PRODUCT),
        (IN_A_GRAPH.format(op="Pack", shapes="[3], [4]"), Way.JOINED),
        (IN_A_GRAPH.format(op="Conv2D", shapes="[1,2,3,4], [3,3,2,8]"), None),
        ("required broadcastable shapes [Op:Mul]", None),  # and nothing is known of the line
    ],
)
def test_the_operation_says_how_they_were_to_be_put_together(message: str, way: Way | None) -> None:
    clash = clash_of(error(message))

    assert (clash.way if clash else None) is way


OWN_LAYER = """class Gate(keras.layers.Layer):
    def call(self, x):
        return x * self.gate(x)
"""


@pytest.mark.parametrize(("line", "tells"), [(3, True), (2, False), (9, False)])
def test_of_a_training_only_a_line_that_computes_is_told(line: int, tells: bool) -> None:
    seen = stopped(model(dense(3)), arrays(x=[8, 5], y=[8, 3]), program=OWN_LAYER)
    message = IN_A_GRAPH.format(op="Mul", shapes="[8,5], [8,4]")
    fit = replace(seen.fits[0], line=9)
    outer = ErrorFrame(file="program.py", line=9, function="<module>")
    inner = ErrorFrame(file="program.py", line=line, function="call")
    raised = replace(error(message), frames=[outer, inner])

    finding = operands_do_not_fit.match(replace(seen, fits=[fit], errors=[raised]))

    assert (finding is not None) is tells
