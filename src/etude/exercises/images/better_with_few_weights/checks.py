"""The marking scheme: the saved network, asked about pictures it has never seen, and its size."""

from etude.checks.hidden_metric import HiddenMetric
from etude.checks.parameter_budget import ParameterBudget
from etude.checks.saved_model_scales_pixels import SavedModelScalesPixels
from etude.checks.values import Name, Saved

FEW = 12_000

CHECKS = [
    ParameterBudget(of=Name(name="model"), at_most=FEW, points=2),
    HiddenMetric(
        artifact="clothes.keras",
        hidden="fashion_mnist",
        bar=0.72,
        things="pictures",
        points=4,
    ),
    ParameterBudget(
        name="saved_with_few_weights",
        of=Saved(path="clothes.keras"),
        at_most=FEW,
        after=("parameter_budget", "hidden_metric"),
    ),
    SavedModelScalesPixels(artifact="clothes.keras", shape=(28, 28)),
]
