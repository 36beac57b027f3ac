"""Validation data that nothing looks at."""

import pytest
from described import evidence
from trained import arrays, trained

from etude.diagnoses.catalogue import validation_missing as diagnosis

FIT = trained(loss=[1.0])
TAKEN = "def train(model, data, validation_data):\n    return model.fit(data)\n"


@pytest.mark.parametrize(
    ("program", "name"),
    [
        (TAKEN, "validation_data"),
        ("x_train, x_val = split(x)\nmodel.fit(x_train)\n", "x_val"),
        ("val_ds = data.take(9)\nmodel.fit(data.skip(9))\n", "val_ds"),
    ],
)
def test_fires_at_fit_with_the_name_of_what_is_left_over(program: str, name: str) -> None:
    finding = diagnosis.match(evidence(fits=[FIT], program=program))

    assert finding is not None
    assert finding.line == 9
    assert finding.about == name
    assert finding.change == f"validation_data={name}"


@pytest.mark.parametrize(
    "program",
    [
        "def train(model, data, validation_data):\n    model.fit(data)\n"
        "    model.evaluate(validation_data)\n",
        "for key, val in pairs:\n    model.fit(key)\n",
        "loss, val_loss = curves()\nmodel.fit(x)\n",
        "model.fit(x)\n",
    ],
    ids=["evaluated", "a loop's val", "a result", "none at hand"],
)
def test_is_silent_on(program: str) -> None:
    assert diagnosis.match(evidence(fits=[FIT], program=program)) is None


def test_is_silent_when_some_training_is_validated_or_none_has_begun() -> None:
    validated = trained(loss=[1.0], validation=arrays(rows=4, role="validation"))

    assert diagnosis.match(evidence(fits=[FIT, validated], program=TAKEN)) is None
    assert diagnosis.match(evidence(program=TAKEN)) is None
