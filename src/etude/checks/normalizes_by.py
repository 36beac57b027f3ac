"""Normalization layers of a model have learned from the training rows, and from no others."""

from typing import Any

from etude.checks.first_weights import flat_layers
from etude.checks.live import Facts, Live
from etude.checks.of_model import OfModel
from etude.checks.values import Value
from etude.domain.observations import Model
from etude.domain.verdict import Verdict

# In standard deviations. Rounding is a thousandth of it; a few rows more move a mean ten times as
# far.
_FAR = 0.005


class NormalizesBy(OfModel, frozen=True, kw_only=True):
    """A model that scales in another way is not looked at.

    Attributes: rows: the training rows, an array (rows, columns).
    """

    rows: Value

    @property
    def title(self) -> str:
        return f"{self.of} scales by means and deviations of {self.rows} alone"

    def look(self, live: Live, model: Any) -> Facts:
        np = live.np
        rows = np.asarray(live.value(self.rows), dtype="float64")
        off = {}
        for layer in flat_layers(live, model):
            mean = getattr(layer, "mean", None)
            if type(layer).__name__ == "Normalization" and mean is not None:
                distance = np.abs(np.asarray(mean).reshape(-1) - rows.mean(axis=0))
                off[layer.name] = float((distance / np.maximum(rows.std(axis=0), 1e-12)).max())
        return {"off": off}

    def judge_model(self, model: Model, facts: Facts) -> Verdict:
        for name, off in facts["off"].items():
            if off > _FAR:
                return self.failed(
                    expected=f"the mean of each column over {self.rows}",
                    received=f"means in {name} that are up to {off:.2g} standard deviations off",
                    attempt=f"adapt it to {self.rows} and to nothing else: rows that test a "
                    "model must not be seen before",
                )
        return self.passed()
