"""Means whose window reaches into the future."""

import pytest
from described import evidence
from windowed import forecast, windowed, windows

from etude.diagnoses.catalogue import centred_window_looks_ahead
from etude.domain.patterns import SeriesSplit

FACTS = {"means": {"resembles": "a window that reaches ahead", "function": "smooth"}}


@pytest.mark.parametrize(
    "smoothing",
    [
        'np.convolve(series, weights, mode="same")',
        'np.convolve(series, weights, "same")',
        "frame.value.rolling(7, center=True).mean()",
        "uniform_filter1d(series, 7)",
    ],
)
def test_fires_when_a_model_learns_from_centred_means(smoothing: str) -> None:
    program = f"means = {smoothing}\nx, y = cut(means)\nmodel.fit(x, y)\n"

    run = forecast(windowed(windows(lead=None)), line=3)

    finding = centred_window_looks_ahead.match(evidence(fits=[run], program=program))
    assert finding is not None
    assert finding.line == 1


@pytest.mark.parametrize(
    "program",
    [
        'means = np.convolve(series, weights, "valid")\nmodel.fit(cut(means), y)',
        "means = frame.value.rolling(7).mean()\nmodel.fit(cut(means), y)",
        'trend = np.convolve(series, weights, "same")\nmodel.fit(cut(series), y)',
        "means = uniform_filter1d(series, 7, origin=3)\nmodel.fit(cut(means), y)",
        'means = np.convolve(series, weights, "same")[2:-3]\nmodel.fit(cut(means), y)',
    ],
    ids=["whole windows", "trailing", "drawn beside the series", "moved back", "kept back"],
)
def test_is_silent_on(program: str) -> None:
    run = forecast(windowed(windows(lead=None)), line=2)

    assert centred_window_looks_ahead.match(evidence(fits=[run], program=program)) is None


def test_is_silent_where_no_series_is_forecast() -> None:
    program = 'x = np.convolve(signal, weights, "same")\nmodel.fit(x, y)\n'

    run = forecast(windowed(None), line=2)

    assert centred_window_looks_ahead.match(evidence(fits=[run], program=program)) is None


def test_is_silent_on_stretches_of_signals_that_share_no_value() -> None:
    program = 'x = np.convolve(signal, weights, "same")\nmodel.fit(x, y)\n'

    run = forecast(windowed(None), line=2, series_split=SeriesSplit())

    assert centred_window_looks_ahead.match(evidence(fits=[run], program=program)) is None


def test_fires_on_windows_that_were_mixed_before_the_split() -> None:
    program = 'x = np.convolve(signal, weights, "same")\nmodel.fit(x, y)\n'

    run = forecast(windowed(None), line=2, series_split=SeriesSplit(shared=0.9))

    assert centred_window_looks_ahead.match(evidence(fits=[run], program=program)) is not None


def test_fires_at_the_function_whose_numbers_an_exercise_knows_again() -> None:
    program = "def smooth(series):\n    means = series\n    return means\n"

    finding = centred_window_looks_ahead.match(evidence(facts=FACTS, program=program))

    assert finding is not None
    assert finding.line == 3
    assert finding.about == "smooth"
