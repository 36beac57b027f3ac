"""Iterators where functions belong."""

from typing import Any

import pytest
from piped import network, pipeline, seen

from etude.diagnoses.catalogue import iterator_used_up
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Data, Fit

ROWS = "def rows():\n    for row in x:\n        yield row\n"
FROM_GENERATOR = pipeline("from_generator batch", role="fit")
GENERATOR = Data(role="fit", kind="other", type="generator")


def fitted(train: Data, program: str, **arguments: Any) -> Evidence:
    lines = program.count("\n") + 1
    given = {"epochs": 3} | arguments
    fit = Fit(index=0, line=lines, model=network(), train=train, arguments=given)
    return seen(
        fits=[fit], program=f"{program}model.fit({'g' if train is GENERATOR else 'data'})\n"
    )


@pytest.mark.parametrize(
    "program",
    [
        ROWS + "g = rows()\ndata = Dataset.from_generator(lambda: g)\n",
        "g = iter(pairs)\ndata = Dataset.from_generator(lambda: g)\n",
        "g = zip(x, y)\ndef again():\n    return g\ndata = Dataset.from_generator(again)\n",
        "g = (row for row in x)\ndata = Dataset.from_generator(lambda: g)\n",
        "g = zip(x, y)\ndef read():\n    for a, b in g:\n        yield a, b\n"
        "data = Dataset.from_generator(read)\n",
        "g = iter(x)\ndef read():\n    yield from g\ndata = Dataset.from_generator(read)\n",
    ],
)
def test_fires_where_the_iterator_is_wrapped(program: str) -> None:
    finding = iterator_used_up.match(fitted(FROM_GENERATOR, program))

    assert finding is not None
    assert finding.line == program.count("\n")
    assert "used up after the first of 3 epochs" in finding.evidence


def test_fires_on_a_generator_given_to_fit() -> None:
    finding = iterator_used_up.match(fitted(GENERATOR, ROWS + "g = rows()\n"))

    assert finding is not None
    assert finding.line == 5


@pytest.mark.parametrize(
    "evidence",
    [
        pytest.param(
            fitted(FROM_GENERATOR, ROWS + "data = Dataset.from_generator(rows)\n"), id="new"
        ),
        pytest.param(
            fitted(FROM_GENERATOR, ROWS + "data = Dataset.from_generator(lambda: rows())\n"),
            id="a new one each time",
        ),
        pytest.param(
            fitted(
                FROM_GENERATOR, "g = iter(x)\ndata = Dataset.from_generator(lambda: g)\n", epochs=1
            ),
            id="one epoch",
        ),
        pytest.param(
            fitted(FROM_GENERATOR, "g = [1, 2]\ndata = Dataset.from_generator(lambda: g)\n"),
            id="list",
        ),
        pytest.param(
            fitted(GENERATOR, ROWS + "g = rows()\n", steps_per_epoch=2), id="counted steps"
        ),
        pytest.param(
            fitted(
                FROM_GENERATOR,
                "g = zip(x, y)\ndef read():\n    g = zip(x, y)\n    yield from g\n"
                "data = Dataset.from_generator(read)\n",
            ),
            id="a new one of the same name",
        ),
        pytest.param(
            fitted(FROM_GENERATOR, "g = d.map(f)\ndata = Dataset.from_generator(lambda: g)\n"),
            id="a dataset",
        ),
        pytest.param(
            fitted(GENERATOR, "def rows():\n    while True:\n        yield x\ng = rows()\n"),
            id="for ever",
        ),
    ],
)
def test_is_silent_on(evidence: Evidence) -> None:
    assert iterator_used_up.match(evidence) is None


@pytest.mark.parametrize(
    "refused",
    [{"order": {"first": 9, "second": 0}}, {"order": {"first": 0, "second": 0}}, {"received": {}}],
    ids=["second pass", "both passes", "no examples"],
)
def test_fires_on_data_that_a_check_found_used_up(refused: dict[str, Any]) -> None:
    program = ROWS + "g = rows()\ndata = Dataset.from_generator(lambda: g)\n"

    finding = iterator_used_up.match(seen(program=program, refused=refused))

    assert finding is not None
    assert finding.line == 5
    assert "given g again every time" in finding.evidence


@pytest.mark.parametrize(
    ("made", "refused"),
    [
        ("rows", {"order": {"first": 9, "second": 0}}),
        ("lambda: g", {"order": {"first": 9, "second": 9}}),
        ("lambda: g", {"received": {"0": [1]}}),
        ("lambda: g", {"received": None}),
    ],
    ids=["a function", "two passes", "examples", "no data"],
)
def test_is_silent_on_what_a_check_found(made: str, refused: dict[str, Any]) -> None:
    program = ROWS + f"g = rows()\ndata = Dataset.from_generator({made})\n"

    assert iterator_used_up.match(seen(program=program, refused=refused)) is None
