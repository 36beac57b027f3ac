"""One file of asserts becomes a notebook and an autograder without losing any."""

import ast

from etude_ways import EXERCISE
from foreign_tools import (
    ASSERTS,
    Asserts,
    otter_test_file,
    read_asserts,
    source_notebook,
    without_main,
)

from etude.catalog.exercises import exercises
from etude.catalog.marking import read_checks
from etude.checks.model_contract import ModelContract

TEXT = '''"""What is asked."""

from functools import cache

from functional_cnn import PARAMETERS, build_cnn_model


@cache
def built(shape):
    return build_cnn_model(shape, 3)


def test_counts():
    assert built((8, 8, 1)).count_params() == PARAMETERS
'''


def test_asserts_are_taken_apart() -> None:
    taken = read_asserts(TEXT)

    assert taken == Asserts(
        preamble="from functools import cache\n@cache\ndef built(shape):\n"
        "    return build_cnn_model(shape, 3)",
        tests={
            "test_counts": "def test_counts():\n"
            "    assert built((8, 8, 1)).count_params() == PARAMETERS"
        },
        submitted=["PARAMETERS", "build_cnn_model"],
    )


def test_the_main_block_of_a_submission_is_left_out() -> None:
    program = 'import keras\n\nX = 1  # kept\n\nif __name__ == "__main__":\n    print(X)\n'

    kept = without_main(program)

    assert "X = 1" in kept
    assert "print" not in kept


def test_the_notebook_has_a_graded_cell_for_every_assert() -> None:
    names = read_asserts(ASSERTS.read_text()).tests

    cells = source_notebook()["cells"]
    graded = [cell for cell in cells if cell["metadata"]["nbgrader"]["grade"]]

    assert [cell["metadata"]["nbgrader"]["grade_id"] for cell in graded] == list(names)
    assert all(cell["source"].endswith("()") for cell in graded)
    assert sum(cell["metadata"]["nbgrader"]["solution"] for cell in cells) == 1


def test_the_asserts_ask_for_the_models_that_the_exercise_asks_for() -> None:
    (contract,) = [
        check for check in read_checks(exercises()[EXERCISE]) if isinstance(check, ModelContract)
    ]
    calls = [
        node for node in ast.walk(ast.parse(ASSERTS.read_text())) if isinstance(node, ast.Call)
    ]

    asserted = [
        tuple(ast.literal_eval(argument) for argument in call.args)
        for call in calls
        if ast.unparse(call.func) == "assert_contract"
    ]

    assert asserted == [(asked.inputs[0], *asked.outputs[0]) for asked in contract.models]


def test_the_autograder_has_a_case_for_every_assert() -> None:
    names = read_asserts(ASSERTS.read_text()).tests

    tree = ast.parse(otter_test_file())
    functions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}

    assert {f"case_{name}" for name in names} <= functions
    assert set(names) <= functions
