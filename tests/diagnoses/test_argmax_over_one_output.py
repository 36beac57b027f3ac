"""argmax over one value."""

import pytest
from described import dense, evidence, model
from stopped import arrays

from etude.diagnoses.catalogue import argmax_over_one_output as diagnosis
from etude.domain.finding import Finding
from etude.domain.observations import Call


def found(program: str, *, units: int = 1, rows: int = 8) -> Finding | None:
    """What is said of a program that predicts in line 1."""
    data = arrays("predict", x=[rows, 8])
    call = Call(name="Model.predict", line=1, model=model(dense(units, "sigmoid")), data=data)
    return diagnosis.match(evidence(calls=[call], program=program))


@pytest.mark.parametrize(
    "program",
    [
        "p = model.predict(x)\nc = np.argmax(p, axis=1)\n",
        "p = model.predict(x)\nc = tf.argmax(p, -1)\n",
        "p = model.predict(x)\nc = p.argmax(axis=-1)\n",
        "p = model.predict(x); q = 1\nc = p.argmax(1)\n",
    ],
)
def test_fires_where_argmax_is_written(program: str) -> None:
    finding = found(program)

    assert finding is not None
    assert finding.line == 2
    assert "> 0.5" in finding.change


def test_fires_on_the_only_example_without_an_axis() -> None:
    program = "print(np.argmax(model.predict(x)))\n"

    assert found(program, rows=1) is not None
    assert found(program, rows=8) is None  # then it asks for the example


def test_is_silent_with_several_outputs() -> None:
    assert found("c = np.argmax(model.predict(x), axis=1)\n", units=2) is None


@pytest.mark.parametrize(
    "program",
    [
        "p = model.predict(x)\nc = np.argmax(labels, axis=1)\n",
        "p = model.predict(x)\nc = np.argmax(p, axis=0)\n",
        "p = model.predict(x)\np = other(p)\nc = np.argmax(p, axis=1)\n",
    ],
    ids=["of something else", "along the examples", "assigned anew"],
)
def test_is_silent_on_argmax(program: str) -> None:
    assert found(program) is None
