"""The marking scheme: rates as they were, a choice that can be made by hand, and a bar."""

from etude.checks.defines import Defines
from etude.checks.gives_values import GivesValues
from etude.checks.reaches_score import ReachesScore
from etude.checks.returns_history import ReturnsHistory
from etude.checks.scores import Metric
from etude.checks.trains_at_chosen_rate import TrainsAtChosenRate
from etude.checks.trains_at_rates import TrainsAtRates
from etude.checks.values import Arrays, Call, Name, Numbers

YEARS = 11
TRIED = 21
WINDOWS = Arrays(shape=(48, YEARS))
LABELS = Arrays(shape=(48,), seed=1)
TESTED = Call(
    function="range_test",
    args=(Call(function="build_model", args=(1e-4,)), WINDOWS, LABELS),
    label="range_test(model, windows, labels)",
)
RATES = [0.01, 0.02, 0.03, 0.04, 0.05]
LOSSES = [0.9, 0.4, 0.2, 0.8, None]

CHECKS = [
    Defines(
        name="defines_range_test",
        function="range_test",
        parameters=("model", "windows", "labels"),
    ),
    # Before the checks that train.
    TrainsAtChosenRate(of=Name(name="model"), after=("defines_range_test",)),
    TrainsAtRates(
        of=TESTED,
        rates=[1e-4 * 10 ** (epoch / 5) for epoch in range(TRIED)],
        points=2,
        after=("defines_range_test",),
    ),
    ReturnsHistory(
        of=TESTED,
        series=("loss", "learning_rate"),
        most_epochs=TRIED,
        after=("trains_at_rates",),
    ),
    Defines(name="defines_choose", function="choose", parameters=("rates", "losses")),
    GivesValues(
        of=Call(function="choose", args=(Numbers(values=RATES), Numbers(values=LOSSES))),
        equals=RATES[2] / 10,
        what="a tenth of the best rate",
        within=1e-5,
        after=("defines_choose",),
    ),
    ReachesScore(
        by=Name(name="model"),
        inputs=Name(name="test_windows"),
        labels=Name(name="test_labels"),
        metric=Metric.MAE,
        bar=0.17,
        things="test windows",
        plain="repeating the last year gives 0.195",
        points=2,
    ),
]
