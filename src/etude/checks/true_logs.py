"""A training tells of each epoch what really happened in it."""

from collections.abc import Mapping
from typing import Any

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.stated_training import StatedTraining, follow
from etude.checks.values import Value
from etude.domain.verdict import Verdict

# Sums of float32 numbers in another order differ by less.
_ROUNDING = 2e-3
# An output that lies between two classes may fall to either side: so many examples are let pass.
_UNDECIDED = 2
# The only series that is a mean over steps.
_NORM = "gradient_norm"


class TrueLogs(Check, frozen=True, kw_only=True):
    """Étude trains as stated and measures every epoch itself.

    Attributes:
      of: the call that returns a list per name: "loss", "val_accuracy", ...; a History is as good,
        and so is a model, of its last fit.
      stated: the training; names: the series that are asked for.
    """

    of: Value
    stated: StatedTraining
    names: tuple[str, ...] = ("loss", "accuracy")

    @property
    def title(self) -> str:
        return f"{self.of} tells the truth about {', '.join(self.names)}"

    def probe(self, live: Live) -> Facts:
        came = live.value(self.of)
        while hasattr(came, "history"):
            came = came.history
        told = {name: _numbers(came.get(name)) for name in self.names} if _is_dict(came) else {}
        truth = [dict(logs) for logs in follow(live, self.stated).logs]
        return {
            "type": type(came).__name__,
            "logs_told": told,
            "truth": truth,
            "examples": _examples(live, self.stated.data),
            "val_examples": _examples(live, self.stated.validation),
        }

    def judge(self, facts: Facts) -> Verdict:
        told, truth = facts["logs_told"], facts["truth"]
        for name in self.names:
            if told.get(name) is None or len(told[name]) != len(truth):
                return self._without(name, facts)
        for epoch, true in enumerate(truth):
            for name in self.names:
                if abs(told[name][epoch] - true[name]) > _slack(name, true[name], facts):
                    return self._untrue(name, epoch, facts)
        return self.passed()

    def _without(self, name: str, facts: Facts) -> Verdict:
        found = facts["logs_told"].get(name)
        received = f"an object of class {facts['type']}" if not facts["logs_told"] else f"no {name}"
        return self.failed(
            expected=f"a dictionary with {len(facts['truth'])} numbers in a list for each of "
            f"{', '.join(self.names)}",
            received=received if found is None else f"{len(found)} numbers for {name}",
        )

    def _untrue(self, name: str, epoch: int, facts: Facts) -> Verdict:
        true = facts["truth"][epoch][name]
        steps = name == _NORM
        over = "steps" if steps else "examples"
        return self.failed(
            expected=f"{name} {true:.4f} in epoch {epoch + 1}: the mean over its {over}",
            received=f"{facts['logs_told'][name][epoch]:.4f}",
            attempt="the norm of all gradients together, of every step of this epoch alone"
            if steps
            else "a smaller batch counts less, and no epoch may remember the one before it",
        )


def _slack(name: str, true: float, facts: Facts) -> float:
    """How far off a number may be."""
    if not name.endswith("accuracy"):
        return _ROUNDING * (1 + abs(true))
    examples: int = facts["val_examples" if name.startswith("val_") else "examples"]
    return (_UNDECIDED + 0.5) / max(examples, 1)


def _examples(live: Live, data: Value) -> int:
    return 0 if data is None else sum(len(y) for _, y in live.value(data))


def _is_dict(came: Any) -> bool:
    return isinstance(came, Mapping)


def _numbers(series: Any) -> list[float] | None:
    try:
        return [float(value) for value in series]
    except (TypeError, ValueError):
        return None
