"""Pictures that lie on their side."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from described import dense, evidence, model
from trained import judged

from etude.diagnoses.catalogue import sides_swapped
from etude.domain.observations import Call, Data, Fit, TensorSample
from etude.domain.what_if import AS_IT_IS, WhatIf

NETWORK = model(dense(2), loss="mse")


def pictures(shape: Sequence[int]) -> Data:
    sample = TensorSample(path="0", dtype="float32", shape=list(shape))
    return Data(role="fit", kind="arrays", sample=[sample])


def run(*shape: int) -> Fit:
    return Fit(index=0, line=3, model=NETWORK, train=pictures(shape))


def asked(*shape: int, key: str = "1") -> Call:
    of = replace(NETWORK, key=key)
    return Call(name="Model.predict", line=5, model=of, data=pictures(shape))


def test_fires_where_the_other_pictures_are_given() -> None:
    finding = sides_swapped.match(evidence(fits=[run(32, 24, 40, 3)], calls=[asked(8, 40, 24, 3)]))

    assert finding is not None
    assert finding.line == 5
    assert finding.evidence == (
        "fit saw pictures 24 high and 40 wide, predict gives the same model pictures 40 high and "
        "24 wide"
    )


@pytest.mark.parametrize(
    ("learned", "call"),
    [
        (run(32, 24, 40, 3), asked(8, 24, 40, 3)),
        (run(32, 24, 24, 3), asked(8, 24, 24, 3)),
        (run(32, 24, 40, 3), asked(8, 48, 80, 3)),
        (run(32, 24, 40, 3), asked(1, 40, 24, 3)),
        (run(32, 24, 40, 3), asked(8, 40, 24, 3, key="2")),
        (run(32, 24, 40, 16), asked(8, 40, 24, 16)),
    ],
    ids=[
        "the same",
        "square",
        "larger",
        "a single upright picture",
        "another model",
        "no pictures",
    ],
)
def test_is_silent_on(learned: Fit, call: Call) -> None:
    assert sides_swapped.match(evidence(fits=[learned], calls=[call])) is None


def test_quotes_both_numbers_of_the_hidden_pictures() -> None:
    verdict = judged({AS_IT_IS: 0.4, WhatIf.SIDES_SWAPPED: 0.9})

    finding = sides_swapped.match(
        evidence(verdicts=[verdict], program="a = 1\nx = x.transpose(0, 2, 1, 3)\n")
    )

    assert finding is not None
    assert finding.line == 2
    assert finding.evidence == "0.40 as it is, 0.90 with height and width swapped"


STRAIGHT = "x = load()\nmodel.fit(x[:20], y)\n"


@pytest.mark.parametrize(
    "turning",
    [
        "scans = np.transpose(x[20:], (0, 2, 1, 3))",
        "scans = x[20:].transpose(0, 2, 1, 3)",
        "scans = tf.transpose(x[20:], perm=[0, 2, 1, 3])",
        "scans = x[20:].swapaxes(1, 2)",
    ],
)
def test_fires_on_square_pictures_that_the_source_turns(turning: str) -> None:
    call = replace(asked(8, 12, 12, 1), line=4)
    program = f"{STRAIGHT}{turning}\nmodel.predict(scans)\n"

    finding = sides_swapped.match(
        evidence(fits=[replace(run(20, 12, 12, 1), line=2)], calls=[call], program=program)
    )

    assert finding is not None
    assert finding.line == 3
    assert "predict in line 4 gets the same ones" in finding.evidence


@pytest.mark.parametrize(
    "program",
    [
        STRAIGHT + "scans = other.transpose(0, 2, 1, 3)\nmodel.predict(scans)\n",
        STRAIGHT + "scans = x[20:].transpose(0, 3, 1, 2)\nmodel.predict(scans)\n",
        "x = load().swapaxes(1, 2)\nmodel.fit(x[:20], y)\n\nmodel.predict(x[20:])\n",
    ],
    ids=["other pictures", "channels first", "turned for both"],
)
def test_is_silent_when_the_source_turns_something_else(program: str) -> None:
    call = replace(asked(8, 12, 12, 1), line=4)
    fits = [replace(run(20, 12, 12, 1), line=2)]

    assert sides_swapped.match(evidence(fits=fits, calls=[call], program=program)) is None
