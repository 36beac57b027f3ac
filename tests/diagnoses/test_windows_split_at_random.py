"""Windows that were dealt to training and validation."""

from described import evidence
from windowed import figures, forecast, pipeline, split, windowed, windows

from etude.diagnoses.catalogue import windows_split_at_random

PROGRAM = (
    "order = rng.permutation(200)\ntrain, held_out = order[:160], order[160:]\nmodel.fit(x, y)\n"
)
CUT = ("from_tensor_slices", "window", "flat_map", "map")
SIZES = {"window": {"size": 9, "shift": 1}, "take": {"count": 160}, "shuffle": {"buffer_size": 99}}


def test_fires_where_windows_are_dealt() -> None:
    data = windowed(windows())
    run = forecast(data, windowed(windows(), role="validation"), series_split=split({}, {}, 0.96))

    finding = windows_split_at_random.match(evidence(fits=[run], program=PROGRAM))

    assert finding is not None
    assert finding.line == 1
    assert "96% of the validation windows" in finding.evidence


def test_is_silent_on_parts_in_order_that_share_windows_because_the_series_repeats() -> None:
    parts = split(figures(160), figures(240), 1.0)
    run = forecast(windowed(windows()), windowed(windows()), series_split=parts)

    assert windows_split_at_random.match(evidence(fits=[run], program=PROGRAM)) is None


def test_is_silent_on_a_few_windows_at_the_border() -> None:
    run = forecast(windowed(windows()), series_split=split({}, {}, 0.03))

    assert windows_split_at_random.match(evidence(fits=[run], program=PROGRAM)) is None


def test_fires_at_the_shuffle_between_window_and_take() -> None:
    train = windowed(stages=pipeline(*CUT, "shuffle", "take", "batch", **SIZES))
    held_out = windowed(
        role="validation", stages=pipeline(*CUT, "shuffle", "skip", "batch", **SIZES)
    )

    finding = windows_split_at_random.match(evidence(fits=[forecast(train, held_out)]))

    assert finding is not None
    assert finding.line == 5
    assert "take(160)" in finding.evidence


def test_is_silent_when_windows_are_cut_before_they_are_shuffled() -> None:
    train = windowed(stages=pipeline(*CUT, "take", "shuffle", "batch", **SIZES))
    held_out = windowed(role="validation", stages=pipeline(*CUT, "skip", "batch", **SIZES))

    assert windows_split_at_random.match(evidence(fits=[forecast(train, held_out)])) is None


def test_is_silent_on_windows_that_share_nothing() -> None:
    apart = SIZES | {"window": {"size": 9, "shift": 9}}
    train = windowed(stages=pipeline(*CUT, "shuffle", "take", "batch", **apart))
    held_out = windowed(role="validation", stages=pipeline(*CUT, "shuffle", "skip", **apart))

    assert windows_split_at_random.match(evidence(fits=[forecast(train, held_out)])) is None
