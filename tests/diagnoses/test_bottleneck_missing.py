"""Autoencoders that have room to hand on what they are given."""

from described import dense, evidence, fit, model, numbers

from etude.diagnoses.catalogue import bottleneck_missing
from etude.domain.observations import Fit, Layer


def rebuilding(*layers: Layer) -> Fit:
    """A training whose inputs and targets go from -1 to 1 and are of shape (batch, 8)."""
    return fit(model(*layers), labels=numbers(-1.0, 1.0, (64, 8)))


def test_fires_where_the_narrowest_layer_holds_all_of_the_input() -> None:
    wide = rebuilding(dense(32, "relu"), dense(16, "relu", line=7), dense(8))

    finding = bottleneck_missing.match(evidence(fits=[wide]))

    assert finding is not None
    assert "the input has 8 values" in finding.evidence
    assert "has 16" in finding.evidence


def test_is_silent_where_a_layer_is_narrower() -> None:
    narrow = rebuilding(dense(32, "relu"), dense(2, "relu"), dense(8))

    assert bottleneck_missing.match(evidence(fits=[narrow])) is None


def test_is_silent_where_the_outputs_are_chances_of_each_token() -> None:
    tagger = rebuilding(dense(32, "relu"), dense(16, "relu"), dense(8 * 9, "softmax"))

    assert bottleneck_missing.match(evidence(fits=[tagger])) is None


def test_is_silent_where_the_same_model_also_learns_to_clean_what_is_noisy() -> None:
    first = rebuilding(dense(32, "relu"), dense(8))
    noisy = fit(first.model, labels=numbers(-1.5, 1.5, (64, 8)))

    assert bottleneck_missing.match(evidence(fits=[first])) is not None
    assert bottleneck_missing.match(evidence(fits=[first, noisy])) is None
