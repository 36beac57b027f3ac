"""A callback watches what it should, and did what it is for."""

import os
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Literal

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.trainings import Training, recorded_trainings
from etude.checks.values import Value
from etude.domain.verdict import Verdict

Effect = Literal["stops", "saves", "lowers the learning rate"]


class CallbackUsed(Check, frozen=True, kw_only=True):
    """A callback of the learner's own that has the same effect is accepted too.

    Attributes:
      of: the call that trains.
      kind: Keras's class; one that derives from it is as good.
      effect: what must have happened; see _EFFECTS.
      monitor: the log to watch, and best, which way it gets better.
      patience: for "stops": epochs without a better value after which training must end.
      path: for "saves": the file that must be there.
    """

    of: Value
    kind: str
    effect: Effect
    monitor: str
    best: Literal["min", "max"]
    patience: int = 0
    path: str = ""

    @property
    def title(self) -> str:
        if self.effect == "stops":
            return f"training stops after {self.patience} epochs without a better {self.monitor}"
        if self.effect == "saves":
            return f"{self.path} is written while training runs, by {self.monitor}"
        return f"the learning rate falls when {self.monitor} gets no better"

    def probe(self, live: Live) -> Facts:
        live.value(self.of)
        there = os.path.exists(self.path) if self.path else False
        return {"trainings": recorded_trainings(live), "saved": there}

    def judge(self, facts: Facts) -> Verdict:
        if not facts["trainings"]:
            return self.failed(expected="a call of fit", received="no call of fit")
        training = facts["trainings"][-1]
        callback = next((c for c in training["callbacks"] if self.kind in c["bases"]), None)
        if self.effect == "stops" and not training["callbacks"]:
            return self._missing(training)  # the last of the epochs asked for stops nothing
        fault = self._fault_of_options(callback, training) if callback else ""
        if callback and fault:
            return self._with_fault(fault, callback)
        if self._happened(training, callback, facts):
            return self.passed()
        return self._idle(callback, training) if callback else self._missing(training)

    def _fault_of_options(self, callback: Training, training: Training) -> str:
        given = callback["options"]
        watched = given.get("monitor")
        known = [name for name in (training["epochs"] or [{}])[-1] if name != "learning_rate"]
        if watched not in known:
            return f"it watches {watched!r}, which is not among {', '.join(known) or 'the logs'}"
        if watched != self.monitor:
            return f"it watches {watched!r}"
        if given.get("direction", self.best) != self.best:
            return f"mode={given['direction']!r}: it looks for the worst {watched}"
        if self.patience and given.get("patience") != self.patience:
            return f"patience={given.get('patience')}"
        return ""

    def _happened(self, training: Training, callback: Training | None, facts: Facts) -> bool:
        series = [logs[self.monitor] for logs in training["epochs"] if self.monitor in logs]
        if self.effect == "saves":
            return bool(facts["saved"])
        if self.effect == "stops":
            delta = abs(callback["options"].get("min_delta") or 0.0) if callback else 0.0
            return len(training["epochs"]) == self._last_epoch(series, training["asked"], delta)
        rates = [logs.get("learning_rate") for logs in training["epochs"]]
        return any(a and b and b < a for a, b in pairwise(rates))

    def _last_epoch(self, series: Sequence[float], asked: Any, delta: float) -> int:
        """After which epoch training has to end; 0 when nothing was logged."""
        best, since = None, 0
        for epoch, value in enumerate(series, start=1):
            gain = None if best is None else (best - value if self.best == "min" else value - best)
            if gain is None or gain > delta:
                best, since = value, 0
            else:
                since += 1
            if since >= self.patience:
                return epoch
        return int(asked or 0) if series else 0

    def _with_fault(self, fault: str, callback: Training) -> Verdict:
        wanted = f"monitor={self.monitor!r}"
        if self.patience:
            wanted += f", patience={self.patience}"
        better = "smaller" if self.best == "min" else "larger"
        return self.failed(
            expected=f"{callback['kind']} with {wanted}, where {better} is better",
            received=fault,
            attempt="print(history.history.keys()) shows the names that can be watched",
            line=callback["line"],
        )

    def _missing(self, training: Training) -> Verdict:
        given = ", ".join(callback["kind"] for callback in training["callbacks"])
        return self.failed(
            expected=f"{self.kind} among the callbacks of fit",
            received=f"callbacks: {given}" if given else "fit without callbacks",
            attempt=f"model.fit(..., callbacks=[keras.callbacks.{self.kind}(...)])",
            line=training["line"],
        )

    def _idle(self, callback: Training, training: Training) -> Verdict:
        if self.effect == "saves":
            return self.failed(
                expected=f"a file {self.path} after training",
                received=f"none; {callback['kind']} writes {callback['options'].get('filepath')}",
                attempt=f'give it the path "{self.path}"',
                line=callback["line"],
            )
        epochs = len(training["epochs"])
        return self.failed(
            expected=self.title,
            received=f"{epochs} of {training['asked']} epochs, with no such effect",
            attempt=f"look at the arguments of {callback['kind']}, one by one",
            line=callback["line"],
        )
