"""Windows cut of one column that are to have the features of all."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import values_do_not_fill_shape as diagnosis

PROGRAM = """\
def cut(table, n):
    x, y = [], []
    for i in range(len(table) - n):
        x.append(table[i : i + n, {columns}])
        y.append(table[i + n : i + n + 2, 1])
    return np.array(x), np.array(y)

x, y = cut(table, 6)
x = x.reshape(len(x), 6, 4)
"""


def told(values: int, shape: str) -> str:
    return f"cannot reshape array of size {values} into shape ({shape})"


def test_tells_which_column_was_taken() -> None:
    program = PROGRAM.format(columns="0")

    finding = diagnosis.match(failed(program, told(600, "100,6,4"), line=9))

    assert finding is not None
    assert finding.line == 9
    assert "line 4 takes column 0 of table alone" in finding.evidence
    assert "table[i:i + n, :]" in finding.change


@pytest.mark.parametrize(
    ("columns", "shape"),
    [(":", "100,6,4"), ("0", "100,12,4"), ("0", "100,24")],
    ids=["all columns are there", "more than the columns is missing", "no axis of features"],
)
def test_blames_the_windows_for_nothing_else(columns: str, shape: str) -> None:
    finding = diagnosis.match(failed(PROGRAM.format(columns=columns), told(600, shape), line=9))

    assert finding is not None
    assert "alone" not in finding.evidence
