"""A call trains for as many epochs as the statement says."""

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.trainings import trainings_during
from etude.checks.values import Value
from etude.domain.verdict import Verdict


class RunsEpochs(Check, frozen=True, kw_only=True):
    """Attributes: of: the call that trains by ``fit``; epochs: how many of them, all in all."""

    of: Value
    epochs: int

    @property
    def title(self) -> str:
        return f"{self.of} trains for {self.epochs} epochs"

    def probe(self, live: Live) -> Facts:
        trainings = trainings_during(live, lambda: live.fresh(self.of))
        return {
            "epochs": sum(len(training["epochs"]) for training in trainings),
            "line": trainings[-1]["line"] if trainings else 0,
        }

    def judge(self, facts: Facts) -> Verdict:
        if facts["epochs"] == self.epochs:
            return self.passed()
        return self.failed(
            expected=f"{self.epochs} epochs",
            received=f"{facts['epochs']}" if facts["line"] else "no call of fit",
            attempt="leave the number of epochs as it was given",
            line=facts["line"],
        )
