"""What every check has in common."""

from typing import ClassVar

import msgspec

from etude.checks.live import Facts, Live
from etude.domain.addresses import without_addresses
from etude.domain.verdict import Status, Verdict


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """A judgement worth points; its fields are what an exercise's ``checks.py`` may set.

    ``probe`` runs inside the sandbox after the learner's code, ``reload`` in a fresh child where no
    learner code has run, ``judge`` outside, on facts alone. Facts of all parts are joined.

    Attributes:
      points: what passing is worth.
      name: unique within the exercise; the name of the check's file when empty.
      after: names of checks without which this one makes no sense.
    """

    points: int = 1
    name: str = ""
    after: tuple[str, ...] = ()

    #: Parts that a check takes part in beyond ``probe``; a class that overrides them says so here.
    reloads: ClassVar[bool] = False
    asks_what_if: ClassVar[bool] = False

    @property
    def title(self) -> str:
        """What is asked, as a statement that is true once the check passes."""
        raise TypeError(f"{type(self).__name__} has no title")

    @property
    def artifacts(self) -> tuple[str, ...]:
        """Files of the learner that ``reload`` needs; a name ending in "/" is a folder."""
        return ()

    @property
    def hidden(self) -> str:
        """The hidden set whose inputs ``reload`` needs and whose labels join the facts."""
        return ""

    def probe(self, live: Live) -> Facts:
        """Facts from the process that ran the learner's code."""
        return {}

    def reload(self, live: Live) -> Facts:
        """Facts from a clean process that has only the artifacts and the inputs."""
        return {}

    def what_if(self, live: Live) -> Facts:
        """More facts from a clean process, asked for only when the check has failed."""
        return {}

    def judge(self, facts: Facts) -> Verdict:
        """The verdict on facts; pure."""
        raise TypeError(f"{type(self).__name__} does not judge")

    def passed(self) -> Verdict:
        return Verdict(
            check=self.name,
            title=self.title,
            status=Status.PASSED,
            points=self.points,
            of=self.points,
        )

    def failed(self, *, expected: str, received: str, attempt: str = "", line: int = 0) -> Verdict:
        """A failed verdict: what was expected, what came, what to try."""
        return Verdict(
            check=self.name,
            title=self.title,
            status=Status.FAILED,
            of=self.points,
            expected=expected,
            received=without_addresses(received),
            attempt=attempt,
            line=line,
        )

    def waits(self, until: str) -> Verdict:
        """The verdict when a check that this one depends on did not pass; ``until``: its title."""
        return self._unjudged(f"it waits until {until}")

    def skipped(self, missing: str) -> Verdict:
        """The verdict when ``missing``, without which there is no judgement, did not come."""
        return self._unjudged(f"it needs {missing}")

    def _unjudged(self, why: str) -> Verdict:
        return Verdict(
            check=self.name,
            title=self.title,
            status=Status.SKIPPED,
            of=self.points,
            received=f"not judged: {why}",
        )
