"""Comparisons that NaN makes pointless."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import compared_with_nan as diagnosis

PROGRAM = "import math\nimport numpy as np\nlost = {}\n"


@pytest.mark.parametrize(
    ("test", "told"),
    [
        ("losses[-1] == np.nan", "always False"),
        ("float('nan') == losses[-1]", "always False"),
        ("losses[-1] != math.nan", "always True"),
    ],
)
def test_fires_at_the_comparison(test: str, told: str) -> None:
    finding = diagnosis.match(evidence(program=PROGRAM.format(test)))

    assert finding is not None
    assert finding.line == 3
    assert told in finding.evidence
    assert "math.isnan(losses[-1])" in finding.change


@pytest.mark.parametrize("test", ["np.isnan(x)", "x != x", "x == 0", "x is np.nan", "x == 'nan'"])
def test_is_silent_on_other_tests(test: str) -> None:
    assert diagnosis.match(evidence(program=PROGRAM.format(test))) is None
