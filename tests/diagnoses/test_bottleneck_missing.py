"""Autoencoders that have room to hand on what they are given."""

from dataclasses import replace

from described import dense, evidence, fit, model, numbers

from etude.diagnoses.catalogue import bottleneck_missing
from etude.domain.observations import Fit, Layer

PROGRAM = "\n\nmodel.fit(clean, clean)\nmodel.fit(noisy, clean)\n"


def rebuilding(*layers: Layer, line: int = 3) -> Fit:
    """A training whose targets are of the inputs' shape, (batch, 8)."""
    return replace(fit(model(*layers), labels=numbers(0.0, 1.0, (64, 8))), line=line)


def test_fires_where_the_narrowest_layer_holds_all_of_the_input() -> None:
    wide = rebuilding(dense(32, "relu"), dense(16, "relu", line=7), dense(8))

    finding = bottleneck_missing.match(evidence(fits=[wide], program=PROGRAM))

    assert finding is not None
    assert "the input has 8 values" in finding.evidence
    assert "has 16" in finding.evidence


def test_is_silent_where_a_layer_is_narrower() -> None:
    narrow = rebuilding(dense(32, "relu"), dense(2, "relu"), dense(8))

    assert bottleneck_missing.match(evidence(fits=[narrow], program=PROGRAM)) is None


def test_is_silent_where_the_outputs_are_chances_of_each_token() -> None:
    tagger = rebuilding(dense(32, "relu"), dense(16, "relu"), dense(8 * 9, "softmax"))

    assert bottleneck_missing.match(evidence(fits=[tagger], program=PROGRAM)) is None


def test_is_silent_where_the_same_model_also_learns_to_clean_what_is_noisy() -> None:
    first = rebuilding(dense(32, "relu"), dense(8))
    second = replace(first, index=1, line=4)

    assert bottleneck_missing.match(evidence(fits=[first], program=PROGRAM)) is not None
    assert bottleneck_missing.match(evidence(fits=[first, second], program=PROGRAM)) is None
