"""What each mutant came to, and what it was told, beside the right program that it was made of."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus import Program, observed
from mutation import Mutant
from mutation.outcome import Outcome, is_worse, outcome_of
from mutation.reseeding import reseeded
from scoring import READ

from etude.diagnoses.diagnose import diagnose
from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding
from etude.domain.job import Limits
from etude.sandbox import Sandbox

# The right programs run for a second or two, and may be trained again; some mutants never end.
_LIMITS = replace(Limits(), wall_seconds=30.0)
_SEEDS = (0, 1)


@dataclass(frozen=True, kw_only=True)
class Judged:
    """One mutant after its run.

    Attributes:
      is_fair: the right program ran to its end, and no name is missing now.
      known: diagnoses that the right program is told as well.
    """

    mutant: Mutant
    is_fair: bool
    is_worse: bool
    findings: Sequence[Finding] = ()
    known: frozenset[str] = frozenset()
    trouble: str = ""

    @property
    def is_named(self) -> bool:
        """Whether one of the first findings is about the fault."""
        first = self.findings[:READ]
        new = [one for one in first if one.diagnosis not in self.known]
        return self.is_worse and any(one.line in self.mutant.lines for one in new)

    @property
    def verdict(self) -> str:
        """In a word or two."""
        if not self.is_fair:
            return "no fair mutant"
        return ("named" if self.is_named else "missed") if self.is_worse else "no worse"


class Runs:
    """Runs of mutants; those of right programs are kept, since several are made of each."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._kept: dict[tuple[str, int], tuple[Outcome, frozenset[str]]] = {}

    def judge(self, mutant: Mutant) -> Judged:
        """Runs it, and the right program where that has not been run."""
        right, known = self._right(mutant.program, _SEEDS[0])
        if right.stopped:
            return Judged(mutant=mutant, is_fair=False, is_worse=False, trouble=right.stopped)
        evidence = observed(self._sandbox, mutant.text, limits=_LIMITS)
        outcome = outcome_of(evidence)
        worse = is_worse(outcome, [right]) and self._is_worse_with_any_seed(mutant, outcome)
        fair = not outcome.lacks_a_name
        return Judged(
            mutant=mutant,
            is_fair=fair,
            is_worse=worse and fair,
            findings=diagnose(evidence) if worse and fair else (),
            known=known,
            trouble=_trouble(evidence),
        )

    def _is_worse_with_any_seed(self, mutant: Mutant, outcome: Outcome) -> bool:
        if outcome.stopped:
            return True
        return is_worse(outcome, [self._right(mutant.program, seed)[0] for seed in _SEEDS])

    def _right(self, program: Program, seed: int) -> tuple[Outcome, frozenset[str]]:
        """What the right program comes to, and which diagnoses it is told."""
        key = program.name, seed
        if key not in self._kept:
            text = reseeded(program.text) if seed else program.text
            evidence = observed(self._sandbox, text, seed=seed, limits=_LIMITS)
            told = frozenset(finding.diagnosis for finding in diagnose(evidence))
            self._kept[key] = outcome_of(evidence), told
        return self._kept[key]


def _trouble(evidence: Evidence) -> str:
    if evidence.error is None:
        return str(evidence.reason or "")
    said = evidence.error.message.splitlines()
    return f"{evidence.error.type}: {said[0] if said else ''}"
