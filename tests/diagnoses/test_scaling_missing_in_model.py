"""Pixels that are scaled on one side only."""

import pytest
from described import dense, evidence, model
from trained import arrays, judged, trained

from etude.diagnoses.catalogue import scaling_missing_in_model
from etude.domain.observations import Call, Data
from etude.domain.what_if import AS_IT_IS, WhatIf

PROGRAM = """\
def prepare(picture):
    return picture / 255.0
scale = keras.layers.Rescaling(1 / 255)
"""
NETWORK = model(dense(2), loss="mse")


def pictures(high: float, role: str = "fit", low: float = 0.0) -> Data:
    return arrays(rows=8, role=role, low=low, high=high, shape=(16, 16, 3))


def asked(high: float, name: str = "Model.predict") -> Call:
    return Call(name=name, line=7, model=NETWORK, data=pictures(high, "predict"))


def test_fires_on_a_jump_under_scaling_and_quotes_both_numbers() -> None:
    verdict = judged({AS_IT_IS: 0.4, WhatIf.DIVIDED: 0.99, WhatIf.CENTRED: 0.7})

    finding = scaling_missing_in_model.match(evidence(verdicts=[verdict], program=PROGRAM))

    assert finding is not None
    assert finding.line == 2
    assert finding.evidence == "0.40 as it is, 0.99 with inputs divided by 255"
    assert "Rescaling(1 / 255)" in finding.change


def test_advises_one_place_when_inputs_are_scaled_twice() -> None:
    verdict = judged({AS_IT_IS: 0.4, WhatIf.MULTIPLIED: 0.9})

    finding = scaling_missing_in_model.match(evidence(verdicts=[verdict], program=PROGRAM))

    assert finding is not None
    assert "one place only" in finding.change


@pytest.mark.parametrize("name", ["Model.predict", "Model.evaluate"])
def test_fires_when_the_same_model_is_asked_about_stored_pixels(name: str) -> None:
    run = trained(model=NETWORK, train=pictures(1.0))

    finding = scaling_missing_in_model.match(
        evidence(fits=[run], calls=[asked(255.0, name)], program=PROGRAM)
    )

    assert finding is not None
    assert finding.line == 2
    assert "fit saw values up to 1" in finding.evidence
    assert "up to 255" in finding.evidence


@pytest.mark.parametrize(("learned", "later"), [(1.0, 1.0), (255.0, 255.0), (255.0, 1.0)])
def test_is_silent_when_both_sides_agree_or_the_later_one_is_smaller(
    learned: float, later: float
) -> None:
    run = trained(model=NETWORK, train=pictures(learned))

    given = evidence(fits=[run], calls=[asked(later)], program=PROGRAM)

    assert scaling_missing_in_model.match(given) is None


def test_is_silent_on_tables_of_numbers() -> None:
    run = trained(model=NETWORK, train=arrays(rows=8, high=1.0))
    call = Call(name="Model.predict", model=NETWORK, data=arrays(rows=8, high=99.0))

    assert scaling_missing_in_model.match(evidence(fits=[run], calls=[call])) is None


def test_is_silent_on_a_jump_of_another_kind() -> None:
    verdict = judged({AS_IT_IS: 0.4, WhatIf.CHANNELS_REVERSED: 0.9})

    assert scaling_missing_in_model.match(evidence(verdicts=[verdict], program=PROGRAM)) is None
