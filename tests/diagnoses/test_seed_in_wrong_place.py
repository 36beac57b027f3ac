"""Seeds that come too late, or once for several runs."""

from described import evidence

from etude.diagnoses.catalogue import seed_in_wrong_place as diagnosis

BEFORE = """\
import keras
import numpy as np
def build():
    return keras.Sequential([keras.layers.Dense(1)])
def run(seed):
"""
SEED, BUILD, FIT = (
    "    keras.utils.set_random_seed(seed)",
    "    model = build()",
    "    model.fit(x, y)",
)
DRAW = "    order = np.random.permutation(9)"
DIFFER = {"two_runs": {"apart": 0.1, "first": "1", "second": "2", "function": "run"}}


def _program(*lines: str) -> str:
    return BEFORE + "\n".join(lines) + "\n"


def test_fires_on_a_seed_below_the_network() -> None:
    finding = diagnosis.match(evidence(program=_program(BUILD, SEED, FIT)))

    assert finding is not None
    assert finding.line == 7
    assert "comes after build in line 6" in finding.evidence


def test_fires_on_a_seed_below_a_draw_when_runs_were_seen_to_differ() -> None:
    program = _program(DRAW, SEED, BUILD, FIT)

    assert diagnosis.match(evidence(program=program)) is None
    finding = diagnosis.match(evidence(program=program, facts={"repeats": DIFFER}))
    assert finding is not None
    assert finding.line == 7


def test_fires_on_a_seed_that_is_set_once_when_runs_were_seen_to_differ() -> None:
    program = _program(BUILD, FIT) + "keras.utils.set_random_seed(1)\nrun(1)\n"

    assert diagnosis.match(evidence(program=program)) is None
    finding = diagnosis.match(evidence(program=program, facts={"repeats": DIFFER}))
    assert finding is not None
    assert finding.line == 8
    assert "run of line 5 gave 1 and then 2" in finding.evidence


def test_is_silent_on_a_seed_above_the_network_or_between_two() -> None:
    for lines in ((SEED, BUILD, FIT), (BUILD, SEED, BUILD, FIT), (BUILD, FIT, SEED)):
        assert diagnosis.match(evidence(program=_program(*lines))) is None
