"""A training ends after the first epoch that reaches a goal, no sooner and no later."""

from collections.abc import Sequence

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.trainings import trainings_during
from etude.checks.values import Value
from etude.domain.verdict import Verdict


class StopsAtGoal(Check, frozen=True, kw_only=True):
    """Attributes:
    of: the call that trains.
    monitor: the log to watch; goal: the value that ends the training; at_most: it is reached
      from above, as by a loss, not from below.
    epochs: how many there are when the goal is never reached; 0 for as many as fit was asked for.
    """

    of: Value
    monitor: str
    goal: float
    at_most: bool = False
    epochs: int = 0

    @property
    def title(self) -> str:
        bound = "at most" if self.at_most else "at least"
        return f"{self.of}: training ends once {self.monitor} is {bound} {self.goal:g}"

    def probe(self, live: Live) -> Facts:
        trainings = trainings_during(live, lambda: live.value(self.of))
        return {"training": trainings[-1] if trainings else None}

    def judge(self, facts: Facts) -> Verdict:
        training = facts["training"]
        if training is None:
            return self.failed(expected="a call of fit", received="no call of fit")
        epochs = training["epochs"]
        values = [logs[self.monitor] for logs in epochs if self.monitor in logs]
        if len(values) < len(epochs) or not epochs:
            logged = ", ".join(epochs[-1]) if epochs else "nothing"
            return self.failed(
                expected=f"{self.monitor} among the logs of each epoch",
                received=logged,
                attempt="logs that begin with val_ come from validation_data",
                line=training["line"],
            )
        end = self._end(values, self.epochs or int(training["asked"] or len(values)))
        if len(values) == end:
            return self.passed()
        told = ", ".join(f"{value:.3f}" for value in values)
        return self.failed(
            expected=self._wanted(end, values),
            received=f"{len(values)} epochs, with {self.monitor} {told}",
            attempt="at the end of an epoch a callback may set self.model.stop_training",
            line=training["line"],
        )

    def _end(self, values: Sequence[float], asked: int) -> int:
        """After which epoch training has to end."""
        reached = [epoch for epoch, value in enumerate(values, start=1) if self._is_reached(value)]
        return reached[0] if reached else asked

    def _is_reached(self, value: float) -> bool:
        return value <= self.goal if self.at_most else value >= self.goal

    def _wanted(self, end: int, values: Sequence[float]) -> str:
        if end < len(values):
            return f"the end after epoch {end}, where {self.monitor} is {values[end - 1]:.3f}"
        return f"all {end} epochs, since no {self.monitor} reaches {self.goal:g}"
