"""The marking scheme: a few numbers that can be worked out by hand."""

from etude.checks.defines import Defines
from etude.checks.gives_values import GivesValues
from etude.checks.values import Call, Numbers

SERIES = [2.0, 7.0, 1.0, 8.0, 2.0, 8.0, 1.0, 8.0, 2.0, 8.0]
START = 6
PERIOD = 4
ACTUAL = [3.0, 1.0, 4.0, 1.0, 5.0]
FORECAST = [1.0, 2.0, 4.0, 3.0, 8.0]
HISTORY = [10.0, 12.0, 16.0, 10.0]


def error(actual, forecast):
    return sum(abs(a - f) for a, f in zip(actual, forecast, strict=True)) / len(actual)


def gives(function, args, equals, what, name):
    given = tuple(Numbers(values=arg) if isinstance(arg, list) else arg for arg in args)
    numbers = ", ".join(str(arg) for arg in args if not isinstance(arg, list))
    label = f"{function}(series, {numbers})" if numbers else f"{function}(...)"
    return GivesValues(
        name=name,
        of=Call(function=function, args=given, label=label),
        equals=equals,
        what=what,
        after=(f"defines_{function}",),
    )


CHECKS = [
    Defines(name="defines_mae", function="mae", parameters=("actual", "forecast")),
    gives("mae", (ACTUAL, FORECAST), error(ACTUAL, FORECAST), "the mean absolute error", "mae"),
    Defines(
        name="defines_naive_forecast", function="naive_forecast", parameters=("series", "start")
    ),
    gives(
        "naive_forecast",
        (SERIES, START),
        SERIES[START - 1 : -1],
        "the value before each",
        "naive",
    ),
    Defines(
        name="defines_seasonal_forecast",
        function="seasonal_forecast",
        parameters=("series", "start", "period"),
    ),
    gives(
        "seasonal_forecast",
        (SERIES, START, PERIOD),
        SERIES[START - PERIOD : -PERIOD],
        "the value a period before each",
        "seasonal",
    ),
    gives(
        "seasonal_forecast",
        (SERIES, START, 1),
        SERIES[START - 1 : -1],
        "the naive forecast",
        "seasonal_of_one",
    ),
    Defines(name="defines_mase", function="mase", parameters=("actual", "forecast", "history")),
    gives(
        "mase",
        (ACTUAL, FORECAST, HISTORY),
        error(ACTUAL, FORECAST) / error(HISTORY[1:], HISTORY[:-1]),
        "the mean absolute scaled error",
        "mase",
    ),
]
