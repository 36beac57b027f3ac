"""The pytest fixture ``doctor``; light, because every pytest session loads it."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from etude.doctor.watching import Watching
    from etude.domain.checkup import Checkup
    from etude.domain.finding import Finding


class Doctor:
    """Watches one test."""

    def __init__(self, watching: "Watching") -> None:
        self._watching = watching

    def checkup(self) -> "Checkup":
        """What the test's TensorFlow code has shown so far."""
        return self._watching.checkup()

    def assert_healthy(self, *, ignore: Sequence[str] = ()) -> None:
        """Fails the test when something serious was found.

        Args:
          ignore: names of diagnoses that are known and meant.
        """
        __tracebackhide__ = True
        found = [one for one in self.checkup().serious if one.diagnosis not in ignore]
        if found:
            pytest.fail("\n".join(["étude found:", *map(_told, found)]), pytrace=False)


@pytest.fixture
def doctor(request: pytest.FixtureRequest) -> Iterator[Doctor]:
    """Watches the test: ``doctor.assert_healthy()`` fails it when TensorFlow is used wrongly."""
    from etude.doctor.watching import Watching

    with Watching(folders=[request.config.rootpath, request.path.parent]) as watching:
        yield Doctor(watching)


def _told(finding: "Finding") -> str:
    return (
        f"{finding.file}:{finding.line}: {finding.title}\n"
        f"  seen    {finding.evidence}\n"
        f"  change  {finding.change}\n"
        f"  more    etude explain {finding.diagnosis}"
    )
