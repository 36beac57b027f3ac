"""What each mutant came to, and what it was told, beside the right program that it was made of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus import Program, observed
from corpus_results import Results
from mutation import Mutant
from mutation.outcome import Outcome, is_worse, outcome_of
from mutation.reseeding import reseeded
from scoring import READ

from etude.diagnoses.diagnose import diagnose
from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding
from etude.domain.job import Limits
from etude.sandbox import Sandbox

# The right programs take a few seconds of a processor, and may be trained again; some mutants never
# end. The wall clock is wide, since other work on the machine must not make a mutant look endless.
_LIMITS = replace(Limits(), cpu_seconds=30, wall_seconds=90.0)
_SEEDS = (0, 1)
_LINES = re.compile(r"\blines? (\d+)(?: and (\d+))?")


@dataclass(frozen=True, kw_only=True)
class Judged:
    """One mutant after its run.

    Attributes:
      is_fair: the right program runs to its end, and no name is missing now.
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
        return self.is_worse and any(_lines(one) & self.mutant.lines for one in new)

    @property
    def verdict(self) -> str:
        """In a word or two."""
        if not self.is_fair:
            return "no fair mutant"
        return ("named" if self.is_named else "missed") if self.is_worse else "no worse"


def _lines(finding: Finding) -> frozenset[int]:
    """Where a finding points: its own line, and those that its words name."""
    named = (
        int(number) for found in _LINES.findall(finding.evidence) for number in found if number
    )
    return frozenset({finding.line, *named})


class Runs:
    """Runs of mutants; those of right programs are kept, since several are made of each."""

    def __init__(self, sandbox: Sandbox, right: Results) -> None:
        self._sandbox = sandbox
        self._known = {one.program.name: one for one in right.told}
        self._kept: dict[tuple[str, int], Outcome] = {}

    def judge(self, mutant: Mutant) -> Judged:
        """Runs it, and the right program where it does not plainly stop."""
        known = self._known.get(mutant.program.name)
        if known is None or known.trouble:
            return Judged(mutant=mutant, is_fair=False, is_worse=False)
        evidence = observed(self._sandbox, mutant.text, limits=_LIMITS)
        outcome = outcome_of(evidence)
        if outcome.lacks_a_name:
            return Judged(mutant=mutant, is_fair=False, is_worse=False)
        worse = evidence.error is not None or self._is_worse(mutant.program, outcome)
        return Judged(
            mutant=mutant,
            is_fair=True,
            is_worse=worse,
            findings=diagnose(evidence) if worse else (),
            known=frozenset(finding.diagnosis for finding in known.findings),
            trouble=_trouble(evidence),
        )

    def _is_worse(self, program: Program, outcome: Outcome) -> bool:
        """With each seed of the right program; the second is not asked where the first will do."""
        return all(is_worse(outcome, self._right(program, seed)) for seed in _SEEDS)

    def _right(self, program: Program, seed: int) -> Outcome:
        """What the right program comes to."""
        key = program.name, seed
        if key not in self._kept:
            text = reseeded(program.text) if seed else program.text
            evidence = observed(self._sandbox, text, seed=seed, limits=_LIMITS, retrain_seconds=0.0)
            self._kept[key] = outcome_of(evidence)
        return self._kept[key]


def _trouble(evidence: Evidence) -> str:
    if evidence.error is None:
        return str(evidence.reason or "")
    said = evidence.error.message.splitlines()
    return f"{evidence.error.type}: {said[0] if said else ''}"
