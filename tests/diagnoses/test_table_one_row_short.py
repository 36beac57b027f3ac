"""A table of as many rows as there are words, numbered from 1."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import table_one_row_short as diagnosis
from etude.domain.finding import Finding

ROWS = "index 9 is out of bounds for axis 0 with size 9"


def finding_in(program: str, message: str = ROWS) -> Finding | None:
    return diagnosis.match(
        failed(program, message, "IndexError", line=len(program.splitlines()), raised_by="")
    )


@pytest.mark.parametrize(
    ("program", "line"),
    [
        (
            "n = min(500, len(t.word_index))\nm = np.zeros((n, 8))\n"
            "for w, i in t.word_index.items():\n"
            "    m[i] = vectors[w]\n",
            1,
        ),
        (
            "def matrix_of(words):\n    m = np.random.normal(size=(len(words), 8))\n"
            "    for w in words:\n        m[words[w]] = vectors[w]\n",
            2,
        ),
        (
            "size = len(ids)\nm = np.zeros((size, 8))\n"
            "for w in ids:\n    i = ids.get(w)\n    m[i, :] = vectors[w]\n",
            1,
        ),
        (
            "build = lambda: f(ids, len(ids))\ndef f(words, n):\n    m = np.zeros((n, 8))\n"
            "    for w, i in words.items():\n        m[i] = vectors[w]\n",
            1,
        ),
    ],
    ids=[
        "a name for the size",
        "in a function",
        "a number looked up before",
        "a size that is handed over",
    ],
)
def test_points_at_the_count(program: str, line: int) -> None:
    finding = finding_in(program)

    assert finding is not None
    assert finding.line == line
    assert "9 rows, 0 to 8" in finding.evidence
    assert "+ 1" in finding.change


def test_speaks_of_columns_of_one_hot_letters() -> None:
    program = "x = np.zeros((1, len(ids)))\nfor t, c in enumerate(text):\n    x[0, ids[c]] = 1\n"

    finding = finding_in(program, "index 9 is out of bounds for axis 1 with size 9")

    assert finding is not None
    assert "9 columns" in finding.evidence


@pytest.mark.parametrize(
    ("program", "message"),
    [
        ("m = np.zeros((len(a), 8))\nm[ids[w]] = v\n", ROWS.replace("index 9", "index 12")),
        ("m = np.zeros((500, 8))\nm[ids[w]] = v\n", ROWS),
        ("m = np.zeros(len(a))\nfor i in range(10):\n    m[i] = a[i]\n", ROWS),
        ("m = np.zeros((len(a), 8))\nprint(m[ids[w]])\n", ROWS),
        ("m = np.zeros((len(a), 8))\nm[ids[w]] = v\n", "list index out of range"),
    ],
    ids=["far outside", "another size", "counted by a loop", "only read", "another error"],
)
def test_is_silent_on(program: str, message: str) -> None:
    assert finding_in(program, message) is None
