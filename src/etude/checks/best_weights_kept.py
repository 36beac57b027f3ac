"""A weights file holds the best epoch of a training, not the last."""

import os
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from etude.checks.base import Check
from etude.checks.kept_epoch import told_epoch
from etude.checks.live import Facts, Live
from etude.checks.trainings import all_epochs, is_close, recorded_trainings
from etude.checks.values import Value
from etude.domain.verdict import Verdict

Logs = Mapping[str, float]


class BestWeightsKept(Check, frozen=True, kw_only=True):
    """Attributes:
    of: the call that trains and saves.
    model: what builds the model; path: the weights file.
    monitor: the log that says which epoch is best, a val_ one; best: which way it gets better.
    validation: the dataset that it was measured on.
    """

    of: Value
    model: Value
    path: str
    validation: Value
    monitor: str = "val_accuracy"
    best: Literal["min", "max"] = "max"

    @property
    def title(self) -> str:
        return f"{self.path} holds the weights of the epoch with the best {self.monitor}"

    def probe(self, live: Live) -> Facts:
        live.value(self.of)
        if not os.path.exists(self.path):
            return {"kept": None, "missing": True}
        model = live.fresh(self.model)
        with live.learner():
            model.load_weights(self.path)
        results = model.evaluate(live.value(self.validation), verbose=0, return_dict=True)
        logs = {f"val_{key}": float(value) for key, value in results.items()}
        epochs = all_epochs(recorded_trainings(live))
        return {"kept": self._kept(logs, epochs)}

    def judge(self, facts: Facts) -> Verdict:
        kept = facts["kept"]
        if kept is None:
            return self.failed(expected=f"a file {self.path}", received="no such file")
        if kept["best_value"] is None:
            return self.failed(
                expected=f"{self.monitor} measured in each epoch",
                received=f"logs without {self.monitor}",
                attempt="give fit the validation data",
            )
        if is_close(kept["value"], kept["best_value"]):
            return self.passed()
        best = f"epoch {kept['best']}, {self.monitor} {kept['best_value']:.3f}"
        return self.failed(expected=best, received=told_epoch(kept), attempt=_ATTEMPT)

    def _kept(self, logs: Logs, epochs: Sequence[Logs]) -> dict[str, Any]:
        """Which epoch the loaded weights belong to, and which one was best; counted from one."""
        values = [epoch[self.monitor] for epoch in epochs if self.monitor in epoch]
        choose = min if self.best == "min" else max
        best = choose(values) if len(values) == len(epochs) and values else None
        return {
            "path": self.path,
            "monitor": self.monitor,
            "value": logs.get(self.monitor, float("nan")),
            "epoch": next((i for i, e in enumerate(epochs, 1) if _same(logs, e)), 0),
            "epochs": len(epochs),
            "best": values.index(best) + 1 if best is not None else 0,
            "best_value": best,
        }


_ATTEMPT = "ModelCheckpoint can keep only the best epoch: look at its arguments"


def _same(logs: Logs, epoch: Logs) -> bool:
    return all(key in epoch and is_close(value, epoch[key]) for key, value in logs.items())
