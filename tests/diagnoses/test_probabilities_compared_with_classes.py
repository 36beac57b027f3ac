"""Probabilities where a class has to be chosen first."""

from dataclasses import replace

import pytest
from described import dense, evidence, model
from stopped import arrays, error

from etude.diagnoses.catalogue import probabilities_compared_with_classes as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Call

HEAD = "model = build()\np = model.predict(x)\n"


def seen(program: str, *, units: int = 1, activation: str = "sigmoid") -> Evidence:
    """A program that predicts in line 2."""
    of = model(dense(units, activation))
    call = Call(name="Model.predict", line=2, model=of, data=arrays("predict", x=[8, 8]))
    return evidence(calls=[call], program=program)


@pytest.mark.parametrize(
    "line",
    [
        "print(np.mean(p == y))",
        "print(np.mean(y_test != p[:, 0]))",
        "print((p.flatten() == y.values).sum())",
        "print((np.squeeze(p).astype(int) == y).mean())",
    ],
)
def test_fires_where_they_meet(line: str) -> None:
    finding = diagnosis.match(seen(f"{HEAD}{line}\n"))

    assert finding is not None
    assert finding.line == 3
    assert "(predictions > 0.5)" in finding.change


def test_fires_on_the_call_itself_and_asks_for_the_largest_of_several() -> None:
    program = "model = build()\nprint((model.predict(x) == one_hot).mean())\n"

    finding = diagnosis.match(seen(program, units=3, activation="softmax"))

    assert finding is not None
    assert finding.change == "choose a class first: predictions.argmax(axis=1)"


@pytest.mark.parametrize(
    "line",
    [
        "print(np.mean((p > 0.5) == y))",
        "print((p.round() == y).mean())",
        "print((np.argmax(p, axis=1) == y).mean())",
        "print((p == 1).sum())",
        "print((p == model.predict(x)).all())",
        "print((p == model(x).numpy()).all())",
        "print((p == np.load('before.npy')).all())",
    ],
    ids=[
        *("a threshold", "rounded", "the largest", "a plain number"),
        *("predicted again", "called again", "kept in a file"),
    ],
)
def test_is_silent_on(line: str) -> None:
    assert diagnosis.match(seen(f"{HEAD}{line}\n")) is None


def test_fires_where_predictions_of_each_fold_are_kept_in_an_array() -> None:
    program = "kept = np.zeros_like(y)\nkept[fold] = model.predict(x)[:, 0]\nprint(kept == y)\n"

    finding = diagnosis.match(seen(program))

    assert finding is not None
    assert finding.line == 3


def test_is_silent_on_values_that_were_made_classes_in_place() -> None:
    in_place = "p[p >= 0.5] = 1\np[p < 0.5] = 0\n"

    assert diagnosis.match(seen(f"{HEAD}{in_place}print((p == y).mean())\n")) is None


def test_is_silent_on_numbers_that_are_no_probabilities() -> None:
    assert diagnosis.match(seen(f"{HEAD}print((p == y).mean())\n", activation="linear")) is None


def test_reads_what_scikit_learn_refuses() -> None:
    said = "Classification metrics can't handle a mix of binary and continuous targets"
    program = f"{HEAD}print(accuracy_score(y, p))\n"

    finding = diagnosis.match(replace(seen(program), errors=[error(said, line=3)]))

    assert finding is not None
    assert finding.line == 3
    assert "> 0.5" in finding.change


@pytest.mark.parametrize(
    "said",
    [
        "y contains previously unseen labels: [0.00672253 0.99]",
        "y contains previously unseen labels: [np.float32(0.12)]",
        "y should be a 1d array, got an array of shape (38, 3) instead.",
    ],
)
def test_reads_what_an_encoder_refuses(said: str) -> None:
    program = f"{HEAD}print(encoder.inverse_transform(p))\n"

    finding = diagnosis.match(replace(seen(program), errors=[error(said, line=3)]))

    assert finding is not None
    assert finding.line == 3
    assert "wants class numbers" in finding.evidence


def test_is_silent_on_labels_that_an_encoder_has_not_met() -> None:
    said = "y contains previously unseen labels: ['mule']"
    program = f"{HEAD}print(encoder.inverse_transform(p))\n"

    assert diagnosis.match(replace(seen(program), errors=[error(said, line=3)])) is None
