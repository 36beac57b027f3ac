"""A function returns the history of a training."""

from collections.abc import Mapping
from typing import Any

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.trainings import recorded_trainings
from etude.checks.values import Call, Value
from etude.domain.verdict import Verdict


class ReturnsHistory(Check, frozen=True, kw_only=True):
    """What ``fit`` returns is accepted, and its dict.

    Attributes:
      of: the call.
      series: names that the history must have, such as "val_loss".
      most_epochs: how many epochs it may have.
    """

    of: Value
    series: tuple[str, ...] = ("loss",)
    most_epochs: int | None = None

    @property
    def title(self) -> str:
        return f"{self.of} returns the history of fit"

    def probe(self, live: Live) -> Facts:
        came = live.value(self.of)
        history = getattr(came, "history", came)
        trainings = recorded_trainings(live)
        return {
            "returned": {
                "type": type(came).__name__,
                "function": self.of.function if isinstance(self.of, Call) else "",
            },
            "lengths": _lengths(history) if isinstance(history, Mapping) else None,
            "line": trainings[-1]["line"] if trainings else 0,
        }

    def judge(self, facts: Facts) -> Verdict:
        lengths = facts["lengths"]
        if lengths is None:
            return self._no_history(facts)
        missing = [name for name in self.series if not lengths.get(name)]
        if missing:
            return self._without(missing, facts)
        longest = max(lengths.values())
        if self.most_epochs is not None and longest > self.most_epochs:
            return self.failed(
                expected=f"at most {self.most_epochs} epochs",
                received=f"{longest} epochs",
                attempt="train for the number of epochs that the function is given",
                line=facts["line"],
            )
        return self.passed()

    def _no_history(self, facts: Facts) -> Verdict:
        kind = facts["returned"]["type"]
        received = "None" if kind == "NoneType" else f"an object of class {kind}"
        return self.failed(
            expected="the History object that fit returns",
            received=received,
            attempt="history = model.fit(...), and then return history",
            line=facts["line"],
        )

    def _without(self, missing: list[str], facts: Facts) -> Verdict:
        there = ", ".join(facts["lengths"]) or "nothing"
        attempt = "a val_ series comes from validation_data, an accuracy from compile"
        return self.failed(
            expected=f"a history with {', '.join(self.series)}",
            received=f"{there}; no {' and no '.join(missing)}",
            attempt=attempt,
            line=facts["line"],
        )


def _lengths(history: Mapping[Any, Any]) -> dict[str, int]:
    return {str(name): len(v) for name, v in history.items() if isinstance(v, list | tuple)}
