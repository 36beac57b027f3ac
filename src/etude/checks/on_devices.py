"""A training is spread over several devices, each with a copy of the weights."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.values import Value
from etude.domain.verdict import Verdict


class OnDevices(Check, frozen=True, kw_only=True):
    """It has to be the first check that makes the call: what happens inside is watched.

    Attributes:
      of: the call that trains and returns the model.
      devices: how many there are.
    """

    of: Value
    devices: int = 2

    @property
    def title(self) -> str:
        return f"{self.of} trains on {self.devices} devices"

    def probe(self, live: Live) -> Facts:
        spread: list[int] = []
        with _watched(live.tf.distribute.Strategy, spread):
            model = live.value(self.of)
        if not isinstance(model, live.keras.Model):
            return {"no_model": type(model).__name__}
        values = [getattr(weight, "value", weight) for weight in model.weights]
        copies = [len(getattr(value, "values", (value,))) for value in values]
        return {"copies": min(copies, default=0), "spread": max(spread, default=0)}

    def judge(self, facts: Facts) -> Verdict:
        if "no_model" in facts:
            came = facts["no_model"]
            received = "None" if came == "NoneType" else f"an object of class {came}"
            return self.failed(expected=f"{self.of} gives a Keras model", received=received)
        if facts["copies"] != self.devices:
            return self.failed(
                expected=f"a copy of each weight on each of {self.devices} devices",
                received="weights that are there once"
                if facts["copies"] == 1
                else f"{facts['copies']} copies",
                attempt="make the model inside strategy.scope()",
            )
        if facts["spread"] != self.devices:
            return self.failed(
                expected=f"steps that run on {self.devices} devices",
                received="no step that a strategy runs"
                if not facts["spread"]
                else f"steps on {facts['spread']}",
                attempt="strategy.run(step, args=...), on a dataset that the strategy distributes",
            )
        return self.passed()


@contextmanager
def _watched(strategy: Any, spread: list[int]) -> Iterator[None]:
    """Notes on how many devices each call of ``strategy.run`` runs; ``fit`` calls it too."""
    original = strategy.run

    def run(self: Any, *args: Any, **kwargs: Any) -> Any:
        spread.append(int(self.num_replicas_in_sync))
        return original(self, *args, **kwargs)

    strategy.run = run
    try:
        yield
    finally:
        del strategy.run
