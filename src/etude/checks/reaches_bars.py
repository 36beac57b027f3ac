"""A saved model reaches bars on hidden examples, each of which is worth a point."""

from dataclasses import replace

from etude.checks.hidden_metric import HiddenMetric
from etude.checks.live import Facts
from etude.domain.verdict import Verdict


class ReachesBars(HiddenMetric, frozen=True, kw_only=True):
    """``points`` is one for each of ``lower`` and one for ``bar``.

    Attributes:
      lower: the bars below ``bar``, the easiest first.
    """

    lower: tuple[float, ...]

    @property
    def bars(self) -> tuple[float, ...]:
        return (*self.lower, self.bar)

    @property
    def title(self) -> str:
        bars = " and ".join(f"{bar:g}" for bar in self.bars)
        bound = "at least" if self.metric.higher_is_better else "at most"
        return f"{self.artifact} reaches {self.metric.words} of {bound} {bars}"

    def judge_saved(self, facts: Facts) -> Verdict:
        verdict = super().judge_saved(facts)
        measured = verdict.measurement
        if verdict.points or measured is None:
            return verdict
        return replace(verdict, points=sum(map(measured.reaches, self.lower)))
