"""Forecasts that were learned in one unit and are judged in another."""

from dataclasses import replace
from typing import Any

import pytest
from described import dense, evidence, model
from trained import judged
from windowed import forecast, windowed

from etude.diagnoses.catalogue import forecast_in_scaled_units
from etude.domain.observations import Call, Data
from etude.domain.what_if import AS_IT_IS, SCALED_BACK

NETWORK = model(dense(1), loss="mean_squared_error")


def asked(data: Data, key: str = "1") -> Call:
    return Call(name="Model.evaluate", line=12, model=replace(NETWORK, key=key), data=data)


def learned(low: float, high: float, **more: Any) -> Any:
    return forecast(windowed(low=low, high=high), model=more.pop("of", NETWORK))


REAL = windowed(low=180.0, high=420.0, role="evaluate")


def test_fires_where_a_model_of_scaled_targets_is_judged_by_others() -> None:
    finding = forecast_in_scaled_units.match(
        evidence(fits=[learned(-2.1, 2.4)], calls=[asked(REAL)])
    )

    assert finding is not None
    assert finding.line == 12
    assert "targets between -2.1 and 2.4; evaluate in line 12" in finding.evidence
    assert "between 180 and 420" in finding.evidence


@pytest.mark.parametrize(
    ("run", "call"),
    [
        (learned(150.0, 400.0), asked(REAL)),
        (learned(0.0, 1.0), asked(windowed(low=0.1, high=1.4))),
        (learned(-2.1, 2.4), asked(REAL, key="2")),
        (learned(0.0, 1.0, of=model(dense(1), loss="binary_crossentropy")), asked(REAL)),
    ],
    ids=["unscaled on both sides", "scaled on both sides", "another model", "a classifier"],
)
def test_is_silent_on(run: Any, call: Call) -> None:
    assert forecast_in_scaled_units.match(evidence(fits=[run], calls=[call])) is None


def test_fires_when_hidden_values_are_met_after_scaling_back() -> None:
    verdict = judged({AS_IT_IS: 24.3, SCALED_BACK + "times 9.8 plus 24.5": 0.41})

    finding = forecast_in_scaled_units.match(evidence(verdicts=[verdict]))

    assert finding is not None
    assert finding.evidence == (
        "24.3 as it is, 0.41 with the outputs scaled back: times 9.8 plus 24.5"
    )


PROGRAM = """\
scaled = (values - mean) / std
model.fit(scaled[:80], scaled[5:85])
forecast = model.predict(scaled[80:])
error = np.mean(np.abs({compared}))
{told}
"""
SCALED = "forecast - scaled[85:]"
IN_DEGREES = 'print(f"mean error {error:.2f} degrees")'


@pytest.mark.parametrize(
    "told", [IN_DEGREES, 'print("off by", error, "°C")', 'print("error in EUR:", error)']
)
def test_fires_on_a_scaled_error_that_is_told_in_a_unit(told: str) -> None:
    program = PROGRAM.format(compared=SCALED, told=told)

    finding = forecast_in_scaled_units.match(evidence(fits=[learned(-2.1, 2.4)], program=program))

    assert finding is not None
    assert finding.line == 5
    assert "divided by `std`" in finding.evidence


@pytest.mark.parametrize(
    ("compared", "told"),
    [
        (SCALED, 'print(f"mean error {error:.2f}")'),
        ("(forecast - scaled[85:]) * std", IN_DEGREES),
        (SCALED, 'print(f"{error * std:.2f} degrees")'),
        ("scaler.inverse_transform(forecast) - values[85:]", IN_DEGREES),
        (SCALED, 'print("measured in degrees", len(values))'),
    ],
    ids=["without a unit", "scaled back", "scaled back late", "by a scaler", "something else"],
)
def test_is_silent_on_an_error(compared: str, told: str) -> None:
    program = PROGRAM.format(compared=compared, told=told)

    given = evidence(fits=[learned(-2.1, 2.4)], program=program)

    assert forecast_in_scaled_units.match(given) is None


COMPARED = """\
series = np.loadtxt("passengers.csv")
scaled = (series - low) / (high - low)
forecast = model.predict(windows)[:, 0]
actual = series[700:]
{rest}
"""


@pytest.mark.parametrize(
    ("rest", "line"),
    [
        ("rmse = np.sqrt(np.mean((actual - forecast) ** 2))", 5),
        ("rmse = np.abs(forecast.reshape(-1) - series[700:]).mean()", 5),
        ("rmse = mean_squared_error(actual, forecast)", 5),
    ],
)
def test_fires_on_forecasts_that_are_compared_with_what_was_never_scaled(
    rest: str, line: int
) -> None:
    program = COMPARED.format(rest=rest)

    finding = forecast_in_scaled_units.match(evidence(fits=[learned(0.0, 1.0)], program=program))

    assert finding is not None
    assert finding.line == line
    assert "was never scaled" in finding.evidence


@pytest.mark.parametrize(
    "rest",
    [
        "back = forecast * (high - low) + low\nerror = actual - back",
        "forecast = scaler.inverse_transform(forecast)\nerror = actual - forecast",
        "error = scaled[700:] - forecast",
        "actual = (actual - low) / (high - low)\nerror = actual - forecast",
    ],
    ids=["scaled back", "by a scaler", "both scaled", "the truth is scaled too"],
)
def test_is_silent_on_forecasts_in_the_same_unit(rest: str) -> None:
    given = evidence(fits=[learned(0.0, 1.0)], program=COMPARED.format(rest=rest))

    assert forecast_in_scaled_units.match(given) is None


LOGGED = """\
price = np.loadtxt("houses.csv")
y = np.log1p(price)
y_train, price_test = y[:80], price[80:]
found = {found}
error = np.sqrt(np.mean((found - price_test) ** 2))
"""


@pytest.mark.parametrize(
    ("found", "line"),
    [("model.predict(x).ravel()", 5), ("np.expm1(model.predict(x).ravel())", 0)],
    ids=["left as a logarithm", "taken back"],
)
def test_sees_a_logarithm_that_is_not_taken_back(found: str, line: int) -> None:
    program = LOGGED.format(found=found)

    finding = forecast_in_scaled_units.match(evidence(fits=[learned(9.0, 12.5)], program=program))

    assert (finding.line if finding else 0) == line
