"""Logits that are compared with a half, or asked for as probabilities."""

from typing import Any

import pytest
from described import dense, evidence, fit, integers, model
from trained import judged

from etude.diagnoses.catalogue import logits_taken_for_probabilities
from etude.domain.what_if import AS_IT_IS, WhatIf

BINARY = "binary_crossentropy"


def run(*, from_logits: bool = True, activation: str = "linear", loss: str = BINARY) -> Any:
    of = model(dense(1, activation, line=1), loss=loss, from_logits=from_logits)
    return fit(of, labels=integers(0, 1))


@pytest.mark.parametrize(
    "program",
    [
        "y = model.predict(x) > 0.5\n",
        "p = model.predict(x)\ny = p >= 0.5\n",
        "p = model.predict(x).flatten()\nq = p[:, 0]\ny = (q > 0.5).astype(int)\n",
        "p = model.predict(x)\ny = np.round(p)\n",
    ],
)
def test_fires_where_the_outputs_decide(program: str) -> None:
    finding = logits_taken_for_probabilities.match(evidence(fits=[run()], program=program))

    assert finding is not None
    assert finding.line == len(program.splitlines())
    assert "half a probability is logit 0" in finding.evidence


@pytest.mark.parametrize(
    ("given", "program"),
    [
        (run(), "y = model.predict(x) > 0\n"),
        (run(), "p = tf.sigmoid(model.predict(x))\ny = p > 0.5\n"),
        (run(), "p = model.predict(x)\np = 1 / (1 + np.exp(-p))\ny = p > 0.5\n"),
        (run(), "y = ages > 0.5\n"),
        (run(), "print(round(0.5))\n"),
        (run(from_logits=False, activation="sigmoid"), "y = model.predict(x) > 0.5\n"),
        (run(from_logits=False), "y = model.predict(x) > 0.5\n"),
        (run(loss="mean_squared_error"), "y = model.predict(x) > 0.5\n"),
    ],
    ids=[
        *("decided at zero", "sigmoid applied", "by hand", "something else", "a number"),
        *("a sigmoid at the end", "not trained on logits", "a regression"),
    ],
)
def test_is_silent_on(given: Any, program: str) -> None:
    found = logits_taken_for_probabilities.match(evidence(fits=[given], program=program))

    assert found is None


@pytest.mark.parametrize(
    ("measured", "told"),
    [
        ({AS_IT_IS: 0.5, WhatIf.SIGMOID: 0.9}, "0.50 as it is, 0.90 with sigmoid applied"),
        ({WhatIf.SOFTMAX: 0.21}, "0.21 with softmax applied"),
    ],
)
def test_quotes_the_numbers_of_hidden_examples(measured: dict[str, float], told: str) -> None:
    finding = logits_taken_for_probabilities.match(
        evidence(fits=[run()], verdicts=[judged(measured)])
    )

    assert finding is not None
    assert finding.line == 1
    assert finding.evidence.startswith(told)
