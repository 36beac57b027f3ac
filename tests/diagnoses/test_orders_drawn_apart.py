"""Weights that are left behind, and rows of one batch that are drawn twice."""

from textwrap import dedent

import pytest
from described import evidence

from etude.diagnoses.catalogue import shuffled_apart

WEIGHTS = """
weights = np.exp(-age)
order = rng.permutation(len(x))
x, y = x[order], y[order]
{more}model.fit(x[:300], y[:300], sample_weight=weights[:300])
"""
DRAWS = """
for step in range(100):
    {first}
    {second}
    model.train_on_batch(a, b)
"""


def _fires(program: str) -> bool:
    return shuffled_apart.match(evidence(program=dedent(program).lstrip())) is not None


def test_fires_on_weights_that_stay_in_their_order() -> None:
    assert _fires(WEIGHTS.format(more=""))


@pytest.mark.parametrize(
    "program",
    [
        WEIGHTS.format(more="weights = weights[order]\n"),
        WEIGHTS.format(more="weights = np.where(y == 1, 5.0, 1.0)\n"),
        WEIGHTS.format(more="").replace("np.exp(-age)", "np.ones(len(x))"),
        WEIGHTS.format(more="").replace("rng.permutation(len(x))", "np.argsort(age)"),
    ],
)
def test_is_silent_on_weights_that(program: str) -> None:
    assert not _fires(program)


FIRST, SECOND = "a = x[rng.choice(len(x), 32)]", "b = y[rng.choice(len(y), 32)]"


def test_fires_on_two_draws_for_one_batch() -> None:
    assert _fires(DRAWS.format(first=FIRST, second=SECOND))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("rows = rng.choice(len(x), 32)", "a, b = x[rows], y[rows]"),
        (FIRST, "b = x[rng.choice(len(x), 32)]"),
        (FIRST, "b = np.ones((32, 1))"),
    ],
    ids=["one draw", "two halves of a mixture", "labels that are all alike"],
)
def test_is_silent_on(first: str, second: str) -> None:
    assert not _fires(DRAWS.format(first=first, second=second))
