"""Batch normalisation of a trained model has gathered the statistics that it predicts with."""

from typing import Any

from etude.checks.first_weights import flat_layers
from etude.checks.live import Facts, Live
from etude.checks.of_model import OfModel
from etude.domain.observations import Model
from etude.domain.verdict import Verdict

_KIND = "BatchNormalization"


class GathersStatistics(OfModel, frozen=True, kw_only=True):
    """A layer that is never told that it trains keeps mean 0 and variance 1 for ever.

    A model that normalises in another way has nothing to gather.
    """

    @property
    def title(self) -> str:
        return f"batch normalisation in {self.of} has gathered means and variances in training"

    def look(self, live: Live, model: Any) -> Facts:
        found = [layer for layer in flat_layers(live, model) if type(layer).__name__ == _KIND]
        return {"moved": {layer.name: _has_moved(live, layer) for layer in found}}

    def judge_model(self, model: Model, facts: Facts) -> Verdict:
        still = [name for name, moved in facts["moved"].items() if not moved]
        if still:
            return self.failed(
                expected="moving averages that tell the mean and the variance of the training data",
                received=f"mean 0 and variance 1 in {still[0]}, as before training",
                attempt="it gathers them only when it is called as in training: hand on what fit "
                "and predict tell call, training=training",
            )
        return self.passed()


def _has_moved(live: Live, layer: Any) -> bool:
    """Whether mean and variance are others than those that a new layer has."""
    if not layer.built:
        return False
    mean, variance = live.np.asarray(layer.moving_mean), live.np.asarray(layer.moving_variance)
    return bool(mean.any() or (variance != 1).any())
