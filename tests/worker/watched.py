"""What a small program's run in the warm worker brought out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from etude.diagnoses.evidence import Evidence
from etude.domain.outcome import Outcome


@dataclass(frozen=True)
class Seen:
    outcome: Outcome
    evidence: Evidence

    def frames(self, kind: str) -> list[Mapping[str, Any]]:
        return [frame for frame in self.outcome.frames if frame["kind"] == kind]


#: ``watch(program_text, observe=True, others={}, fresh_runtime=False, retrain_seconds=0)`` runs it.
Watch = Callable[..., Seen]
