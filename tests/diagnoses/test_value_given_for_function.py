"""What is called later on and is no function."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import value_given_for_function as diagnosis

GENERATOR = "`generator` must be a Python callable."
FUNC = "Argument `func` must be a callable. Received func=[0.1 0.2]"


@pytest.mark.parametrize(
    ("program", "message", "change"),
    [
        (
            "\n\nds = from_generator([1, 2], t)\n",
            GENERATOR,
            "from_generator(lambda: iter([1, 2]), ...)",
        ),
        (
            "rows = [1, 2]\n\nds = from_generator(rows, t)\n",
            GENERATOR,
            "from_generator(lambda: iter(rows)",
        ),
        ("\n\nds = ds.map(x / 255)\n", FUNC, "map(lambda x: x / 255)"),
        ("\n\nlayer = Lambda(2.0)\n", "unsupported callable", "Lambda(lambda x: x * 2.0)"),
    ],
)
def test_tells_the_function_to_write(program: str, message: str, change: str) -> None:
    finding = diagnosis.match(failed(program, message, "TypeError"))

    assert finding is not None
    assert finding.line == 3
    assert finding.change.startswith(change)


@pytest.mark.parametrize(
    ("program", "message"),
    [
        ("def rows():\n    yield 1\nds = from_generator(rows, t)\n", GENERATOR),
        ("\n\nds = ds.map(lambda x: x / 255)\n", FUNC),
        ("\n\nds = ds.map(made_elsewhere)\n", FUNC),
        ("\n\nds = ds.map(x / 255)\n", "something else"),
    ],
)
def test_is_silent_on_functions_and_other_messages(program: str, message: str) -> None:
    assert diagnosis.match(failed(program, message, "TypeError")) is None
