"""What a value in the source is made of."""

import ast

import pytest

from etude.diagnoses.origins import origins
from etude.diagnoses.source import Source


def numbers_behind(program: str) -> set[object]:
    """The constants that the argument of the call in the last line goes back to."""
    source = Source("program.py", program)
    last = source.tree.body[-1]
    assert isinstance(last, ast.Expr)
    assert isinstance(last.value, ast.Call)
    found = origins(source, last.value.args[0], before=last.lineno)
    return {node.value for node in found if isinstance(node, ast.Constant)}


def test_names_go_back_to_what_they_were_given_last() -> None:
    assert numbers_behind("a = 1\na = 2\nb = a * 3\na = 4\nfit(b)\n") == {2, 3}


def test_parts_of_a_tuple_go_back_to_their_own_value() -> None:
    assert numbers_behind("a, b = 1, 2\nfit(b)\n") == {2}


def test_own_functions_go_back_to_what_they_return_and_are_given() -> None:
    assert numbers_behind("def f(x):\n    y = 7 + x\n    return y\nfit(f(5))\n") == {5, 7}


@pytest.mark.parametrize(
    "program",
    [
        "a = 5\ndef train(x, y):\n    fit(x)\ntrain(a, 3)\n",
        "a = 5\ndef train(y, x):\n    fit(x)\ntrain(x=a, y=3)\n",
        "a, x = 5, 3\nclass T:\n    def train(self, x):\n        fit(x)\nT().train(a)\n",
    ],
    ids=["by place", "by name", "to a method"],
)
def test_parameters_go_back_to_what_a_function_is_called_with(program: str) -> None:
    source = Source("program.py", program)
    (call,) = source.calls("fit")
    found = origins(source, call.args[0], before=call.lineno)

    assert 5 in {node.value for node in found if isinstance(node, ast.Constant)}


def test_names_inside_other_functions_are_others() -> None:
    assert numbers_behind("a = 1\ndef show():\n    a = 9\n    print(a)\nfit(a)\n") == {1}


def test_a_value_made_from_itself_comes_to_an_end() -> None:
    assert numbers_behind("a = 1\na = a / 255\nfit(a)\n") == {1, 255}


@pytest.mark.parametrize(
    "used",
    [
        'frame[["age", "fare"]]',
        'frame["age"]',
        "frame.age",
        'frame.loc[:, "age"]',
        'frame.drop(columns="sick")',
        'frame.drop("sick", axis=1)',
        'frame[features].to_numpy(dtype="float32")',
        "late",
    ],
)
def test_a_table_goes_back_to_what_its_used_columns_were_given(used: str) -> None:
    program = (
        'features = ["age", "fare"]\n'
        'frame["age"] = ages / 7\n'
        'frame["sick"] = sick > 9\n'
        "early, late = frame[features], frame[features]\n"
        f"fit({used})\n"
    )

    assert 7 in numbers_behind(program)
    assert 9 not in numbers_behind(program)


def test_a_column_named_by_a_loop_over_names_is_known() -> None:
    program = (
        'for name in ["town", "job"]:\n    frame[name] = codes(frame[name], 7)\n'
        'frame["sick"] = sick > 9\nfit(frame[["town", "age"]])\n'
    )

    assert 7 in numbers_behind(program)
    assert 9 not in numbers_behind(program)


def test_columns_given_later_are_not_behind_a_table() -> None:
    assert 7 not in numbers_behind('x = frame["age"]\nframe["age"] = 7\nfit(x)\n')


def test_parts_of_a_split_go_back_to_the_array_that_was_split() -> None:
    program = "a, b = 1, 2\na1, a2, b1, b2 = train_test_split(a, b, test_size=0.25)\nfit(b2)\n"

    assert numbers_behind(program) == {2}
