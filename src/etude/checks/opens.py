"""A saved model can be opened by a process that has not run the program."""

from etude.checks.live import Facts, Live
from etude.checks.of_artifact import OfArtifact
from etude.domain.verdict import Verdict


class Opens(OfArtifact, frozen=True, kw_only=True):
    """A file of any format that ``Live.describe_saved`` knows."""

    @property
    def title(self) -> str:
        return f"{self.artifact} opens in a process of its own"

    def look(self, live: Live) -> Facts:
        with live.learner():
            return live.describe_saved(self.artifact)

    def judge_saved(self, facts: Facts) -> Verdict:
        return self.passed()
