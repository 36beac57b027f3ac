"""A saved model takes no more room than it needs."""

import os
from collections.abc import Mapping
from typing import Any, ClassVar

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.domain.verdict import Verdict

# SGD with momentum remembers one number per weight, Adam two; a file adds a few kB of its own.
_TIMES_WEIGHTS = 1.8


class ArtifactSize(Check, frozen=True, kw_only=True):
    """Attributes: artifact: the saved file or folder; most_bytes: how large it may be."""

    artifact: str
    most_bytes: int

    reloads: ClassVar[bool] = True

    @property
    def title(self) -> str:
        return f"{self.artifact} is no larger than {self.most_bytes // 1000} kB"

    @property
    def artifacts(self) -> tuple[str, ...]:
        return (self.artifact,)

    def reload(self, live: Live) -> Facts:
        if not os.path.exists(self.artifact):
            return {"sized": None}
        with live.learner():
            model = live.load_model(self.artifact)
        weights = sum(int(live.np.asarray(weight).nbytes) for weight in model.weights)
        size = bytes_of(self.artifact)
        sized = {"path": self.artifact, "bytes": size, "weights": weights, "most": self.most_bytes}
        return {"sized": sized}

    def judge(self, facts: Facts) -> Verdict:
        sized = facts["sized"]
        expected = f"at most {self.most_bytes:,} bytes"
        if sized is None:
            return self.failed(expected=expected, received=f"no file {self.artifact}")
        if sized["bytes"] <= self.most_bytes:
            return self.passed()
        if not sized["weights"]:  # of a format that does not tell
            return self.failed(
                expected=expected,
                received=f"{sized['bytes']:,} bytes",
                attempt="how many weights does it hold, and how many bytes has each of them?",
            )
        return self.failed(
            expected=expected,
            received=f"{sized['bytes']:,} bytes; the weights need {sized['weights']:,} of them",
            attempt=_attempt(sized),
        )


def _attempt(sized: Mapping[str, Any]) -> str:
    if sized["weights"] > sized["most"]:
        return "the weights alone are too many: fewer or narrower layers"
    if sized["path"].endswith(".keras") and sized["bytes"] >= _TIMES_WEIGHTS * sized["weights"]:
        return (
            "most of the rest is the state of the optimizer: "
            "keras.Model(model.inputs, model.outputs).save(...) leaves it out, "
            "include_optimizer=False does not in a .keras file"
        )
    return "find out what the file holds besides weights that predict"


def bytes_of(path: str) -> int:
    """The size of a file, or of all files in a folder."""
    if not os.path.isdir(path):
        return os.path.getsize(path)
    inside = (os.path.join(folder, name) for folder, _, names in os.walk(path) for name in names)
    return sum(map(os.path.getsize, inside))
