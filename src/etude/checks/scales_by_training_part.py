"""The numbers that a saved model scales with were not taken from all rows of a table."""

from collections.abc import Iterator, Sequence
from typing import Any

from etude.checks.base import Check
from etude.checks.first_weights import flat_layers
from etude.checks.live import Facts, Live
from etude.checks.values import Saved, Value
from etude.domain.verdict import Verdict

# In standard deviations. Rounding of float32 is a tenth of it; a single row less in a few thousand
# moves the means by ten times as much.
_SAME = 2e-5


class ScalesByTrainingPart(Check, frozen=True, kw_only=True):
    """Means are looked for in Normalization and Rescaling layers and in what operations are given.

    Attributes:
      artifact: the ``.keras`` file; rows: all rows, a dict of columns in the model's order.
      things: what messages call the rows.
    """

    artifact: str
    rows: Value
    things: str = "rows"

    @property
    def title(self) -> str:
        return f"{self.artifact} scales by numbers of the training part"

    def probe(self, live: Live) -> Facts:
        model = live.value(Saved(path=self.artifact))
        if not isinstance(model, live.keras.Model):
            return {"scaled_by_all": []}
        rows = live.np.column_stack([*live.value(self.rows).values()]).astype("float64")
        return {
            "scaled_by_all": [
                name for name, mean in _means(live, model) if _is_of_all(live, mean, rows)
            ]
        }

    def judge(self, facts: Facts) -> Verdict:
        if not facts["scaled_by_all"]:
            return self.passed()
        return self.failed(
            expected=f"the mean of the {self.things} that training learns from",
            received=f"the mean of all {self.things} in {facts['scaled_by_all'][0]}, also of those "
            "held back for validation",
            attempt=f"divide the {self.things} first, and take what scales from the training part",
        )


def _means(live: Live, model: Any) -> Iterator[tuple[str, Any]]:
    """Names of layers and operations, and the numbers that may be means in them."""
    for layer in flat_layers(live, model):
        kind = type(layer).__name__
        if kind == "Normalization" and layer.mean is not None:
            yield layer.name, layer.mean
        elif kind == "Rescaling":
            yield layer.name, -live.np.asarray(layer.offset) / live.np.asarray(layer.scale)
    for operation in getattr(model, "operations", ()):
        for given in _constants(live, operation):
            yield operation.name, given


def _constants(live: Live, operation: Any) -> Sequence[Any]:
    """What an operation of a functional model is given besides the results of others."""
    nodes = getattr(operation, "_inbound_nodes", ())
    found = live.tf.nest.flatten([(node.arguments.args, node.arguments.kwargs) for node in nodes])
    return [one for one in found if isinstance(one, float | live.np.ndarray | live.tf.Tensor)]


def _is_of_all(live: Live, mean: Any, rows: Any) -> bool:
    """Whether these are the means of each column, or one mean of all of them."""
    np = live.np
    mean = np.asarray(mean)
    if mean.dtype.kind not in "biuf" or mean.size not in (1, rows.shape[1]):
        return False
    axis = 0 if mean.size > 1 else None
    distance = np.abs(mean.reshape(-1) - rows.mean(axis=axis)) / rows.std(axis=axis)
    return bool(np.all(distance <= _SAME))
