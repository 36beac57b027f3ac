"""A weights file fits a model that is built anew, and holds trained weights."""

import os
from typing import Any

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.values import Value
from etude.domain.verdict import Verdict

# First weights predict the same to the last bit; trained ones differ in the first digits.
_SAME = 1e-6


class WeightsReload(Check, frozen=True, kw_only=True):
    """Attributes:
    of: the call that trains and saves.
    model: what builds the model; it is built anew here.
    path: the weights file; inputs: an array for which it predicts.
    """

    of: Value
    model: Value
    path: str
    inputs: Value

    @property
    def title(self) -> str:
        return f"a model built anew can load {self.path}"

    def probe(self, live: Live) -> Facts:
        live.value(self.of)
        if not os.path.exists(self.path):
            return {"missing": True, "there": _weight_files()}
        model, inputs = live.fresh(self.model), live.value(self.inputs)
        before = _outputs(live, model, inputs)
        with live.learner():
            model.load_weights(self.path)
        after = _outputs(live, model, inputs)
        return {
            "finite": bool(live.np.isfinite(after).all()),
            "change": float(live.np.abs(after - before).max()),
        }

    def judge(self, facts: Facts) -> Verdict:
        if facts.get("missing"):
            there = ", ".join(facts["there"])
            return self.failed(
                expected=f"a file {self.path} after training",
                received=f"the files {there}" if there else "no weights file",
                attempt=f'write it to exactly "{self.path}", below the folder the program runs in',
            )
        if not facts["finite"]:
            return self.failed(
                expected="weights that predict finite numbers", received="predictions of NaN"
            )
        if facts["change"] < _SAME:
            return self.failed(
                expected="weights that have been trained",
                received="the weights that the model had before training",
                attempt="save them after fit, or while it runs",
            )
        return self.passed()


def _outputs(live: Live, model: Any, inputs: Any) -> Any:
    return live.np.asarray(model(inputs, training=False))


def _weight_files() -> list[str]:
    """Files that look like saved weights or models, wherever the program put them."""
    found = []
    for folder, _, names in os.walk("."):
        for name in names:
            if name.endswith((".h5", ".keras", ".index", ".ckpt")):
                found.append(os.path.relpath(os.path.join(folder, name)))
    return sorted(found)[:5]
