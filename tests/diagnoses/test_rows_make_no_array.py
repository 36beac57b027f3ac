"""Arrays of Python objects, and what lies in them."""

from dataclasses import replace

import pytest
from described import dense, evidence, model
from stopped import arrays, stopped

from etude.diagnoses.catalogue import rows_make_no_array as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.error import Error, ErrorFrame, Operand
from etude.domain.observations import Model


@pytest.mark.parametrize(
    ("shape", "change"),
    [([300], "pad them to one length"), ([300, 4], "make every column a number first")],
    ids=["rows of any length", "a table with gaps"],
)
def test_the_change_follows_from_the_axes_of_the_array(shape: list[int], change: str) -> None:
    given = arrays(x=shape, y=[300], x_type="object")

    finding = diagnosis.match(stopped(model(dense(1)), given, "Invalid dtype: object"))

    assert finding is not None
    assert finding.change.startswith(change)


def test_is_silent_on_another_type() -> None:
    seen = stopped(model(dense(1)), arrays(x=[300], y=[300]), "Invalid dtype: str96")

    assert diagnosis.match(seen) is None


APART = [
    "setting an array element with a sequence. The requested array has an inhomogeneous shape",
    "could not broadcast input array from shape (600,8) into shape (600,)",
]


def raised(message: str, *, of: Model, program: str) -> Evidence:
    frames = [ErrorFrame(file="program.py", line=2, function="<module>")]
    error = Error(type="ValueError", message=message, frames=frames)
    return replace(evidence(models=[of], program=program), errors=[error])


@pytest.mark.parametrize("message", APART)
def test_inputs_of_a_model_are_no_rows(message: str) -> None:
    one = model(dense(1))
    several = replace(one, inputs=[one.inputs[0], one.inputs[0]])
    program = "\nmodel.fit(np.array([title, tags]), y)\n"

    finding = diagnosis.match(raised(message, of=several, program=program))

    assert finding is not None
    assert finding.line == 2
    assert finding.change == "give the model the list itself, [title, tags]"


def test_rows_beside_a_model_of_one_input_stay_rows() -> None:
    program = "\nx = np.array([first, second])\n"

    finding = diagnosis.match(raised(APART[0], of=model(dense(1)), program=program))

    assert finding is not None
    assert "pad them" in finding.change


@pytest.mark.parametrize(
    ("texts", "seen", "change"),
    [
        ({"fee": "12.5"}, 'the column fee holds text, such as "12.5"', "these are numbers written"),
        ({"town": "Oslo"}, 'the column town holds text, such as "Oslo"', "a column for each word"),
        ({"3": "?"}, 'the column 3 holds text, such as "?"', "a column for each word"),
    ],
)
def test_a_column_of_text_is_named(texts: dict[str, str], seen: str, change: str) -> None:
    ended = raised("Invalid dtype: object", of=model(dense(1)), program="\nmodel.fit(x, y)\n")
    operand = Operand(name="x", type="ndarray", dtype="object", shape=[9, 4], texts=texts)
    error = replace(ended.errors[0], operands=[operand])

    finding = diagnosis.match(replace(ended, errors=[error]))

    assert finding is not None
    assert finding.evidence == f"of x {seen}"
    assert finding.change.startswith(change)
