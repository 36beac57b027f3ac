"""What Python, NumPy and TensorFlow refuse in one line, told with what went into it."""

from dataclasses import replace
from types import ModuleType

import pytest
from stopped import failed

from etude.diagnoses.catalogue import (
    array_taken_for_one_number,
    index_past_the_end,
    method_of_other_kind,
    none_counted_with,
    number_types_mixed,
    unpacked_into_other_number,
)
from etude.diagnoses.evidence import Evidence
from etude.domain.error import Operand
from etude.domain.finding import Finding

OWN = {"kind": "IndexError", "raised_by": "", "line": 1}


def held(name: str, kind: str = "ndarray", **more: object) -> Operand:
    return Operand(name=name, type=kind, **more)  # type: ignore[arg-type]


def told(diagnosis: ModuleType, seen: Evidence, *operands: Operand) -> Finding:
    finding = diagnosis.match(replace(seen, errors=[replace(seen.errors[0], operands=operands)]))
    assert isinstance(finding, Finding)
    return finding


def index(program: str, message: str, *operands: Operand) -> Finding:
    return told(index_past_the_end, failed(program, message, **OWN), *operands)


def test_the_place_after_the_last_is_told_to_count_from_zero() -> None:
    message = "index 64 is out of bounds for axis 0 with size 64"

    finding = index("x[n]", message, held("x", shape=[64, 5]), held("n", "int", value="64"))

    assert "place 64 is asked for on axis 0 of x, which has 64 places, 0 to 63" in finding.evidence
    assert "the last one is 63" in finding.change


def test_a_place_far_outside_and_one_of_nothing_are_told_otherwise() -> None:
    far = index("x[n]", "index 90 is out of bounds for axis 1 with size 7")
    empty = index("x[0]", "index 0 is out of bounds for axis 0 with size 0")

    assert "where 90 comes from" in far.change
    assert "nothing is in it" in empty.evidence


@pytest.mark.parametrize(("made", "tells"), [("net.predict(x)", True), ("files()", False)])
def test_a_list_with_the_one_array_that_predict_gave_is_told_as_such(
    made: str, tells: bool
) -> None:
    program = f"p = {made}\np[1]"
    seen = failed(program, "list index out of range", "IndexError", raised_by="", line=2)
    lone = held("p", "list", value="1 of ndarray (5, 28)")

    assert ("without the brackets" in told(index_past_the_end, seen, lone).change) == tells


def test_a_size_of_a_shape_that_is_not_there_names_the_axes() -> None:
    finding = index("x.shape[2]", "tuple index out of range", held("x", shape=[64, 5]))

    assert finding.evidence == "x has 2 axes, so its shape has the places 0 to 1"


def test_a_list_is_told_with_what_is_in_it() -> None:
    finding = index("a[2]", "list index out of range", held("a", "list", value="[1, 2]"))

    assert finding.evidence.endswith("a is [1, 2]")


def test_an_index_that_a_library_asked_for_is_left_to_others() -> None:
    message = "index 9 is out of bounds for axis 1 with size 9"
    of_keras = failed("to_categorical(y)[0]", message, "IndexError", line=1)
    of_a_layer = failed("model(x[:4])", "indices[0] = 70 is not in [0, 64)", line=1)

    assert index_past_the_end.match(of_keras) is None
    assert index_past_the_end.match(of_a_layer) is None


def test_rows_that_are_picked_by_number_are_told_by_gather_alone() -> None:
    picked = failed("tf.gather(table, ids)", "indices[0,1] = 70 is not in [0, 64)", line=1)

    assert "row 70 is picked from 64 rows" in told(index_past_the_end, picked).evidence


@pytest.mark.parametrize(
    ("line", "message", "change"),
    [
        ("a.astype(int)", "EagerTensor object has no attribute 'astype'.", "tf.cast(a, tf.int32)"),
        ("a.mean()", "'tensorflow.x.SymbolicTensor' object has no attribute 'mean'", "reduce_mean"),
        ("p.numpy()", "'numpy.ndarray' object has no attribute 'numpy'", "p is an array already"),
        ("ds.shape", "'_BatchDataset' object has no attribute 'shape'", "ds.element_spec"),
    ],
)
def test_a_method_of_another_kind_of_thing_is_told_with_what_does_the_same(
    line: str, message: str, change: str
) -> None:
    seen = failed(line, message, "AttributeError", line=1, raised_by="")

    assert change in told(method_of_other_kind, seen).change


def test_a_method_that_nothing_like_it_has_is_left_to_others() -> None:
    seen = failed("a.frobnicate()", "EagerTensor object has no attribute 'frobnicate'", line=1)

    assert method_of_other_kind.match(seen) is None


SUM = "unsupported operand type(s) for +: 'NoneType' and 'int'"


def test_a_function_without_return_is_told_at_the_function() -> None:
    program = "def made():\n    a = 1\n\nb = made()\nb + 1\n"

    finding = told(none_counted_with, failed(program, SUM, line=5), held("b", "NoneType"))

    assert finding.line == 1
    assert "made returns nothing" in finding.evidence


def test_a_function_that_returns_on_some_ways_only_is_not_told_to_return() -> None:
    program = "def made(a):\n    if a:\n        return 1\nb = made(0)\nb + 1\n"

    finding = told(none_counted_with, failed(program, SUM, line=5), held("b", "NoneType"))

    assert finding.line == 5
    assert finding.evidence == "`b` is None since line 4"


@pytest.mark.parametrize("program", ["\nx.shape[1] + 1\n", "n = x.shape[1]\nn + 1\n"])
def test_a_size_that_is_not_known_yet_is_told_to_be_asked_later(program: str) -> None:
    none = [held("n", "NoneType")] if program.strip().startswith("n") else []

    finding = told(none_counted_with, failed(program, SUM, line=2), *none)

    assert "the size of this axis is not known" in finding.evidence


def unpacked(
    program: str, line: int = 1, message: str = "too many values to unpack (expected 2)"
) -> Finding:
    return told(unpacked_into_other_number, failed(program, message, line=line))


def test_what_a_function_of_ones_own_returns_is_counted() -> None:
    finding = unpacked("def load():\n    return 1, 2, 3\na, b = load()\n", line=3)

    assert "`a, b` takes 2 parts" in finding.evidence
    assert "load returns 3 values in line 2: (1, 2, 3)" in finding.change


def test_a_loop_that_numbers_its_elements_is_told_of_enumerate() -> None:
    finding = unpacked("for i, (x, y) in data:\n    pass\n")

    assert "for i, (x, y) in enumerate(data)" in finding.change


def test_a_loop_over_elements_of_fewer_parts_is_told_how_many_they_have() -> None:
    message = "not enough values to unpack (expected 3, got 2)"

    assert "which has 2 parts" in unpacked("for a, b, c in data:\n    pass\n", 1, message).evidence


@pytest.mark.parametrize(
    ("message", "evidence"),
    [
        (
            "condition of if statement expected to be `tf.bool` scalar, got Tensor(shape=(64, 5))",
            "gets a tensor of shape (64, 5)",
        ),
        (
            "`predicate` must return a `tf.bool` scalar tensor, but its return type is "
            "TensorSpec(shape=(None,), dtype=tf.int64, name=None).",
            "its function gives int64 of shape (None,)",
        ),
        ("Using a symbolic `tf.Tensor` as a Python `bool` is not allowed.", "no values yet"),
    ],
)
def test_a_graph_too_wants_one_yes_or_no(message: str, evidence: str) -> None:
    assert evidence in told(array_taken_for_one_number, failed("", message)).evidence


def test_the_one_of_another_type_is_named() -> None:
    message = "`x` and `y` must have the same dtype, got tf.int64 != tf.float32."
    operands = (held("age", dtype="int64"), held("weight", dtype="float32"))

    finding = told(number_types_mixed, failed("", message), *operands)

    assert finding.evidence.endswith("age is int64")
    assert "tf.cast(age, tf.float32)" in finding.change
