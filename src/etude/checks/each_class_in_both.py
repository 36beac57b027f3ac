"""Training and validation data hold examples of the same classes."""

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.passes import read_passes
from etude.checks.values import Value
from etude.domain.verdict import Verdict


class EachClassInBoth(Check, frozen=True, kw_only=True):
    """A split of data in the order of their classes keeps whole classes from one side.

    Attributes: training, validation: datasets of batches of (examples, labels).
    """

    training: Value
    validation: Value

    @property
    def title(self) -> str:
        return f"{self.training} and {self.validation} hold examples of every class"

    def probe(self, live: Live) -> Facts:
        labels = [read_passes(live, one)[0].labels for one in (self.training, self.validation)]
        return {"classes": [sorted(set(one)) for one in labels]}

    def judge(self, facts: Facts) -> Verdict:
        every = sorted(set().union(*facts["classes"]))
        for of, classes in zip((self.training, self.validation), facts["classes"], strict=True):
            missing = [str(one) for one in every if one not in classes]
            if missing:
                return self.failed(
                    expected=f"examples of all {len(every)} classes in {of}",
                    received=f"none of label {' and '.join(missing)} in {of}",
                    attempt="the data come class by class, and the split cut them there: mix them "
                    "once, with a fixed seed, before you split",
                )
        return self.passed()
