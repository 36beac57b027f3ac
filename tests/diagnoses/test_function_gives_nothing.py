"""Functions without return whose None Keras finds."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import function_gives_nothing as diagnosis

LOAD = "def load():\n    x = read()\n"


@pytest.mark.parametrize(
    ("program", "message"),
    [
        ("m.fit(load(), y)", "The input 'i' is not optional, but None was passed."),
        ("m.fit(load(), y)", "Unrecognized data type: x=None (of type <class 'NoneType'>)"),
        (
            "m = Model(i, load())",
            "values must be KerasTensors. Received: outputs=None including invalid value None",
        ),
        ("m.compile('adam', metrics=[load()])", "Expected metric, received `None`"),
    ],
)
def test_the_function_is_told_with_what_it_should_return(program: str, message: str) -> None:
    finding = diagnosis.match(failed(f"{LOAD}{program}\n", message))

    assert finding is not None
    assert finding.line == 1
    assert finding.change == "let load end with return x"


def test_a_metric_is_found_where_it_was_told() -> None:
    program = f"{LOAD}m.compile('adam', metrics=[load()])\nm.fit(x, y)\n"

    finding = diagnosis.match(failed(program, "Expected metric, received `None`", line=4))

    assert finding is not None
    assert "line 3" in finding.evidence


def test_a_function_that_makes_another_is_told_to_return_it() -> None:
    program = "def make():\n    def metric(a, b):\n        return a\nm.compile(metrics=[make()])\n"

    finding = diagnosis.match(failed(program, "Expected metric, received `None`", line=4))

    assert finding is not None
    assert finding.change == "let make end with return metric"


@pytest.mark.parametrize(
    ("made", "message"),
    [
        ("def load():\n    return read()\n", "not optional, but None was passed."),
        ("def load():\n    yield read()\n", "not optional, but None was passed."),
        (LOAD, "Data cardinality is ambiguous"),
    ],
)
def test_is_silent_where_no_none_is_to_blame(made: str, message: str) -> None:
    assert diagnosis.match(failed(f"{made}m.fit(load(), y)\n", message)) is None
