"""A saved model can be opened by a process that has not run the program."""

import os
from typing import ClassVar

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.domain.verdict import Verdict


class Opens(Check, frozen=True, kw_only=True):
    """Attributes:
    artifact: the saved file, or a folder when it ends in "/".
    """

    artifact: str

    reloads: ClassVar[bool] = True

    @property
    def title(self) -> str:
        return f"{self.artifact} opens in a process of its own"

    @property
    def artifacts(self) -> tuple[str, ...]:
        return (self.artifact,)

    def reload(self, live: Live) -> Facts:
        if not os.path.exists(self.artifact):
            return {"missing": True}
        with live.learner():
            return live.describe_saved(self.artifact)

    def judge(self, facts: Facts) -> Verdict:
        if facts.get("missing"):
            return self.failed(
                expected=f"the file {self.artifact}",
                received="no such file when the program had ended",
                attempt=f'call model.save("{self.artifact}") after fit',
            )
        return self.passed()
