"""Floats that imshow cuts off, and those of which next to nothing is lost."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import drawn_pixels_cut_off
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import ShownWarning


def drawn(low: float, high: float) -> Evidence:
    told = (
        "Clipping input data to the valid range for imshow with RGB data ([0..1] for floats or "
        f"[0..255] for integers). Got range [{low}..{high}]."
    )
    shown = ShownWarning(message=told, category="matplotlib.image", line=7)
    return evidence(warnings=[shown])


def test_floats_up_to_255_become_bytes_again() -> None:
    finding = drawn_pixels_cut_off.match(drawn(0.0, 228.0))

    assert finding is not None
    assert finding.line == 7
    assert 'astype("uint8")' in finding.change


def test_pixels_around_zero_are_brought_between_0_and_1() -> None:
    finding = drawn_pixels_cut_off.match(drawn(-1.0, 0.98))

    assert finding is not None
    assert "(pixels + 1) / 2" in finding.change


@pytest.mark.parametrize(("low", "high"), [(0.0, 1.0000001), (-0.1, 1.2), (-2.1, 2.6)])
def test_what_goes_beyond_a_little_or_was_standardized_is_left_alone(
    low: float, high: float
) -> None:
    assert drawn_pixels_cut_off.match(drawn(low, high)) is None
