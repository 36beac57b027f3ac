"""A model gives the very outputs that the statement names for some inputs."""

from typing import Any

import numpy as np

from etude.checks.live import Facts, Live
from etude.checks.of_model import OfModel
from etude.checks.predictions import predict
from etude.checks.values import Value
from etude.domain.observations import Model
from etude.domain.verdict import Verdict

# Of float32 arithmetic that is done in another order.
_ROUNDING = 1e-5
_MOST_SHOWN = 8


class GivesOutputs(OfModel, frozen=True, kw_only=True):
    """Attributes: inputs: what the model is asked; outputs: one row for each of them."""

    inputs: Value
    outputs: tuple[tuple[float, ...], ...]

    @property
    def title(self) -> str:
        return f"{self.of} gives the right numbers for {self.inputs}"

    def look(self, live: Live, model: Any) -> Facts:
        inputs = live.value(self.inputs)
        with live.learner():
            answer = dict(predict(model, inputs))
        return {**answer, "asked": [_shown(row) for row in inputs]}

    def judge_model(self, model: Model, facts: Facts) -> Verdict:
        wanted = np.array(self.outputs, dtype=np.float32)
        given = facts.get("outputs")
        if given is None or given.shape != wanted.shape:
            return self.failed(
                expected=f"outputs of shape {wanted.shape}",
                received=f"shape {given.shape}" if given is not None else facts["outputs_are"],
            )
        wrong = np.flatnonzero(~np.isclose(given, wanted, atol=_ROUNDING).all(axis=1))
        if not wrong.size:
            return self.passed()
        first = int(wrong[0])
        return self.failed(
            expected=f"{_row(wanted[first])} for {facts['asked'][first]}",
            received=f"{_row(given[first])}; {wrong.size} of {len(wanted)} rows are wrong",
        )


def _shown(row: Any) -> str:
    values = row.tolist() if hasattr(row, "tolist") else row
    only = values[0] if isinstance(values, list) and len(values) == 1 else values
    return repr(only)[:80]


def _row(values: Any) -> str:
    told = ", ".join(f"{value:.4g}" for value in values[:_MOST_SHOWN])
    return f"[{told}, ...]" if len(values) > _MOST_SHOWN else f"[{told}]"
