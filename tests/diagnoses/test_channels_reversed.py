"""Pictures whose channels come in two orders."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from described import dense, evidence, model
from trained import judged

from etude.diagnoses.catalogue import channels_reversed
from etude.domain.observations import Call, Data, Fit
from etude.domain.what_if import AS_IT_IS, WhatIf

NETWORK = model(dense(2), loss="mse")
PROGRAM = "x = load()\ntrain = x[..., ::-1]\nmodel.fit(train, y)\n"


def pictures(means: Sequence[float], role: str = "fit") -> Data:
    return Data(role=role, kind="arrays", channels=means)


def run(means: Sequence[float]) -> Fit:
    return Fit(index=0, line=3, model=NETWORK, train=pictures(means))


def asked(means: Sequence[float], key: str = "1") -> Call:
    data = pictures(means, "predict")
    return Call(name="Model.predict", line=5, model=replace(NETWORK, key=key), data=data)


def test_fires_where_the_source_turns_them_round() -> None:
    finding = channels_reversed.match(
        evidence(fits=[run([0.1, 0.3, 0.5])], calls=[asked([0.52, 0.3, 0.11])], program=PROGRAM)
    )

    assert finding is not None
    assert finding.line == 2
    assert "means 0.1, 0.3, 0.5, predict in line 5" in finding.evidence


@pytest.mark.parametrize(
    ("call", "program"),
    [
        (asked([0.11, 0.3, 0.52]), PROGRAM),
        (asked([0.3, 0.3, 0.3]), PROGRAM),
        (asked([]), PROGRAM),
        (asked([0.52, 0.3, 0.11], key="2"), PROGRAM),
        (asked([0.52, 0.3, 0.11]), "train = x[::-1]\n"),
    ],
    ids=["the same order", "grey", "no pictures", "another model", "rows turned round"],
)
def test_is_silent_on(call: Call, program: str) -> None:
    given = evidence(fits=[run([0.1, 0.3, 0.5])], calls=[call], program=program)

    assert channels_reversed.match(given) is None


@pytest.mark.parametrize(
    "line",
    ["x = x[:, :, :, ::-1]", "x = tf.reverse(x, axis=[-1])", "x = cv2.imread(path)"],
)
def test_finds_the_line_in_every_way_to_write_it_and_quotes_both_numbers(line: str) -> None:
    verdict = judged({AS_IT_IS: 0.4, WhatIf.CHANNELS_REVERSED: 0.9})

    finding = channels_reversed.match(evidence(verdicts=[verdict], program=f"a = 1\n{line}\n"))

    assert finding is not None
    assert finding.line == 2
    assert finding.evidence == "0.40 as it is, 0.90 with colour channels in reverse order"
