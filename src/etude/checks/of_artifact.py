"""What checks of one saved file have in common."""

import os
from typing import ClassVar

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.domain.verdict import Verdict


class OfArtifact(Check, frozen=True, kw_only=True):
    """Attributes: artifact: the saved file, or a folder when it ends in "/"."""

    artifact: str

    reloads: ClassVar[bool] = True

    @property
    def artifacts(self) -> tuple[str, ...]:
        return (self.artifact,)

    def reload(self, live: Live) -> Facts:
        return self.look(live) if os.path.exists(self.artifact) else {"missing": True}

    def judge(self, facts: Facts) -> Verdict:
        if facts.get("missing"):
            return self.failed(
                expected=f"a model saved as {self.artifact}",
                received="no such file when the program had ended",
                attempt=_how_to_write(self.artifact),
            )
        return self.judge_saved(facts)

    def look(self, live: Live) -> Facts:
        """Facts on a file that is there, from a clean process."""
        return {}

    def judge_saved(self, facts: Facts) -> Verdict:
        """The verdict on a file that is there."""
        raise TypeError(f"{type(self).__name__} does not judge")


def _how_to_write(artifact: str) -> str:
    if artifact.endswith(".tflite"):
        return f'write the bytes that convert() returns: open("{artifact}", "wb")'
    if artifact.endswith("/"):
        return f'call model.export("{artifact.rstrip("/")}") after fit'
    return f'call model.save("{artifact}") after fit'
