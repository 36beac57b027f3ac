"""Each epoch of a training runs at the learning rate that the statement asks for."""

from collections.abc import Sequence

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.trainings import recorded_trainings
from etude.checks.values import Value
from etude.domain.verdict import Verdict

# Rates travel as float32, and a schedule may round on its way.
_APART = 1e-3


class TrainsAtRates(Check, frozen=True, kw_only=True):
    """The rates are those that the optimizer had, whatever set them.

    Attributes:
      of: the call that trains.
      rates: one for each epoch.
    """

    of: Value
    rates: list[float]

    @property
    def title(self) -> str:
        first, last = self.rates[0], self.rates[-1]
        epochs = f"{len(self.rates)} epochs"
        if first == last:
            return f"{self.of} trains for {epochs} at a learning rate of {first:.3g}"
        return f"{self.of} trains for {epochs} at learning rates from {first:.3g} to {last:.3g}"

    def probe(self, live: Live) -> Facts:
        live.value(self.of)
        return {"trainings": recorded_trainings(live)}

    def judge(self, facts: Facts) -> Verdict:
        trainings = facts["trainings"]
        if not trainings:
            return self.failed(expected="a call of fit", received="no call of fit")
        seen = [[e.get("learning_rate") for e in one["epochs"]] for one in trainings]
        if any(self._agree(rates) for rates in seen):
            return self.passed()
        return self._off(seen[-1], line=trainings[-1]["line"])

    def _agree(self, rates: Sequence[float | None]) -> bool:
        return len(rates) == len(self.rates) and self._first_off(rates) is None

    def _first_off(self, rates: Sequence[float | None]) -> int | None:
        """The first epoch at another rate."""
        for epoch, (came, right) in enumerate(zip(rates, self.rates, strict=False)):
            if came is None or abs(came - right) > _APART * right:
                return epoch
        return None

    def _off(self, rates: Sequence[float | None], *, line: int) -> Verdict:
        epoch = self._first_off(rates)
        if epoch is None:
            return self.failed(
                expected=f"{len(self.rates)} epochs", received=f"{len(rates)} epochs", line=line
            )
        came = rates[epoch]
        return self.failed(
            expected=f"a learning rate of {self.rates[epoch]:.4g} in epoch {epoch}, counted from 0",
            received="none" if came is None else f"{came:.4g}",
            attempt="a callback such as LearningRateScheduler is asked before every epoch, if "
            "fit is given it",
            line=line,
        )
