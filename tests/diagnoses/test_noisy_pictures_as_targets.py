"""Models that learn to copy what they should clean."""

from dataclasses import replace

import pytest
from described import dense, evidence, model
from stopped import arrays

from etude.diagnoses.catalogue import noisy_pictures_as_targets as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Data, Fit


def pairs(role: str, *, copies: bool) -> Data:
    data = arrays(role, x=[8, 4, 4, 1], y=[8, 4, 4, 1])
    inputs, targets = data.sample
    return replace(
        data, sample=[replace(inputs, mean=0.4), replace(targets, mean=0.4 if copies else 0.1)]
    )


def run(program: str, *, validated_on_clean: bool | None = None) -> Evidence:
    held_out = (
        None if validated_on_clean is None else pairs("validation", copies=not validated_on_clean)
    )
    train = pairs("fit", copies=True)
    fit = Fit(index=0, line=1, model=model(dense(1)), train=train, validation=held_out)
    return evidence(fits=[fit], program=program)


def test_fires_where_the_validation_has_other_targets() -> None:
    finding = diagnosis.match(run("model.fit(a, a, validation_data=d)", validated_on_clean=True))

    assert finding is not None
    assert "validation has targets of its own" in finding.evidence


def test_fires_on_inputs_that_are_called_noisy() -> None:
    finding = diagnosis.match(run("model.fit(\n    x_noisy,\n    x_noisy,\n)"))

    assert finding is not None
    assert finding.line == 3


@pytest.mark.parametrize(
    "program", ["model.fit(a, a)", "model.fit(x_noisy, x)", "model.fit(data)", ""]
)
def test_is_silent_on_other_autoencoders(program: str) -> None:
    assert diagnosis.match(run(program)) is None
    assert diagnosis.match(run(program, validated_on_clean=False)) is None
