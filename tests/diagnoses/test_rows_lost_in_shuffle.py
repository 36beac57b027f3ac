"""Rows of an array that Python's own shuffle overwrites."""

from textwrap import dedent

import pytest
from described import evidence

from etude.diagnoses.catalogue import rows_lost_in_shuffle as diagnosis

PROGRAM = """
import random
import numpy as np
import pandas as pd
table = np.array(rows)
random.shuffle(table)
x, y = table[:, :-1], table[:, -1]
model.fit(x, y)
"""
READ = "table = np.array(rows)"


def _fires(program: str) -> bool:
    return diagnosis.match(evidence(program=dedent(program).lstrip())) is not None


@pytest.mark.parametrize(
    "program",
    [
        PROGRAM,
        PROGRAM.replace(READ, 'table = pd.read_csv("wine.csv").values'),
        PROGRAM.replace(READ, "table = frame.to_numpy().astype('float32')"),
        PROGRAM.replace(READ, "table = np.column_stack([inputs, labels])"),
        PROGRAM.replace("import random", "from random import shuffle").replace("random.sh", "sh"),
        PROGRAM.replace("import random", "import random as rd").replace("random.sh", "rd.sh"),
    ],
)
def test_fires_on_an_array_of_rows(program: str) -> None:
    assert _fires(program)


@pytest.mark.parametrize(
    "program",
    [
        PROGRAM.replace("random.shuffle", "np.random.shuffle"),
        PROGRAM.replace("import random", "from sklearn.utils import shuffle").replace(
            "random.shuffle(table)", "table = shuffle(table)"
        ),
        PROGRAM.replace(READ, "table = list(rows)"),
        PROGRAM.replace("table[:, :-1], table[:, -1]", "table[:80], table[80:]"),
    ],
)
def test_silent_where_whole_rows_or_single_elements_move(program: str) -> None:
    assert not _fires(program)
