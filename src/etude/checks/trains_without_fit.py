"""A function trains by a loop of its own, without ``fit``."""

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.trainings import recorded_trainings
from etude.checks.values import Value
from etude.domain.verdict import Verdict


class TrainsWithoutFit(Check, frozen=True, kw_only=True):
    """Attributes: of: the call that trains; None for a program that trains by itself."""

    of: Value = None

    @property
    def title(self) -> str:
        return f"{self.of or 'the program'} trains without fit"

    def probe(self, live: Live) -> Facts:
        if self.of is not None:
            live.value(self.of)
        return {"fit_lines": [training["line"] for training in recorded_trainings(live)]}

    def judge(self, facts: Facts) -> Verdict:
        if not facts["fit_lines"]:
            return self.passed()
        return self.failed(
            expected="a loop of your own, without fit",
            received=f"a call of fit in line {facts['fit_lines'][0]}",
            attempt="for each batch: the loss under a tf.GradientTape, gradients, a step",
            line=facts["fit_lines"][0],
        )
