"""The learning rate of the last training does not grow any more when it ends."""

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.trainings import recorded_trainings
from etude.checks.values import Value
from etude.domain.verdict import Verdict

# Rates travel as float32.
_ROUNDING = 1.001


class RateStopsGrowing(Check, frozen=True, kw_only=True):
    """A warm-up may grow; what still grows in the last epoch would have gone on to break the model.

    Attributes: of: what is there once the program has trained.
    """

    of: Value

    @property
    def title(self) -> str:
        return "the learning rate has stopped growing when the training ends"

    def probe(self, live: Live) -> Facts:
        live.value(self.of)
        return {"trainings": recorded_trainings(live)}

    def judge(self, facts: Facts) -> Verdict:
        if not facts["trainings"]:
            return self.failed(expected="a call of fit", received="no call of fit")
        last = facts["trainings"][-1]
        rates = [epoch.get("learning_rate") for epoch in last["epochs"]]
        if len(rates) < 2 or None in rates[-2:] or rates[-1] <= _ROUNDING * rates[-2]:
            return self.passed()
        return self.failed(
            expected="a learning rate that stays or falls in the last epochs",
            received=f"{rates[0]:.2g} in epoch 1, {rates[-2]:.2g} in epoch {len(rates) - 1}, and "
            f"{rates[-1]:.2g} in epoch {len(rates)}",
            attempt="to end the training before it breaks leaves the cause where it is: what sets "
            "the rate before every epoch?",
            line=last["line"],
        )
