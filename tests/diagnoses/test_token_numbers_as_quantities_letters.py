"""Letters that a recurrent layer reads as numbers between 0 and 1."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from described import dense, evidence, fit, layer, model, numbers, one_hot

from etude.diagnoses.catalogue import token_numbers_as_quantities as diagnosis

PROGRAM = """\
letters = sorted(set(text))
number = {c: i for i, c in enumerate(letters)}
X = np.reshape(rows, (len(rows), 30, 1))
X = X / float(len(letters))
model.fit(X, y)
"""


def finding_of(
    *,
    program: str = PROGRAM,
    classes: int = 20,
    losses: Sequence[float] = (2.9, 2.7),
    shape: Sequence[int] = (64, 30, 1),
    first: str = "LSTM",
) -> Any:
    of = model(layer(first, line=4), dense(classes, "softmax"), loss="categorical_crossentropy")
    reads = replace(of.layers[0], calls=[["start"]])
    of = replace(
        of, layers=[reads, *of.layers[1:]], outputs=[replace(of.outputs[0], shape=[None, classes])]
    )
    seen = fit(of, labels=one_hot(classes))
    sample = [replace(numbers(0.0, 0.95, shape), path="0"), *seen.train.sample[1:]]
    run = replace(
        seen,
        line=5,
        train=replace(seen.train, sample=sample),
        epochs=[{"loss": one} for one in losses],
    )
    return diagnosis.match(evidence(fits=[run], program=program))


def test_fires_where_letters_are_divided_by_their_count_and_little_was_learned() -> None:
    finding = finding_of()

    assert finding is not None
    assert finding.line == 4
    assert "ended at 2.7, where guessing costs 3" in finding.evidence
    assert "to_categorical" in finding.change


@pytest.mark.parametrize(
    "told",
    [
        pytest.param({"losses": (2.9, 0.6)}, id="it was learned all the same"),
        pytest.param({"shape": (64, 30, 20)}, id="one-hot"),
        pytest.param({"classes": 3}, id="kinds of a series"),
        pytest.param({"first": "Embedding"}, id="looked up"),
        pytest.param({"program": PROGRAM.replace("set(text)", "sensors")}, id="no letters"),
        pytest.param({"program": PROGRAM.replace("X = X /", "Z = X /")}, id="not divided"),
    ],
)
def test_is_silent_when(told: dict[str, Any]) -> None:
    assert finding_of(**told) is None
