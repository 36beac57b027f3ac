"""From what programs were told to scores: found, at its line, false; and what falls short."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from corpus import Program

from etude.domain.finding import Finding, Severity

# A person reads the first findings; what comes after them might as well not be said.
READ = 2
LEAST_RECALL = 0.85
MOST_BLAMED = 0.05  # of the right programs
_BLAMING = (Severity.ERROR, Severity.SILENT)


@dataclass(frozen=True, kw_only=True)
class Told:
    """What one program was told; ``trouble`` says how it ended when it did not run to its end."""

    program: Program
    findings: Sequence[Finding] = ()
    trouble: str = ""

    @property
    def found(self) -> Finding | None:
        """The finding that the program must get, if it is among the first."""
        first = self.findings[:READ]
        return next((f for f in first if f.diagnosis == self.program.diagnosis), None)

    @property
    def at_its_line(self) -> bool:
        """It was found, and points at a marked line."""
        marked = self.program.marks.get(self.program.diagnosis, ())
        return self.found is not None and self.found.line in marked

    @property
    def false(self) -> Sequence[Finding]:
        """Findings about faults that the program does not have."""
        return [f for f in self.findings if f.diagnosis not in self.program.marks]

    @property
    def blamed(self) -> bool:
        """It is right, and was told that it stops or that its result is wrong."""
        return not self.program.diagnosis and any(f.severity in _BLAMING for f in self.findings)


@dataclass(frozen=True, kw_only=True)
class Score:
    """How one diagnosis, or all together, did: numbers of programs, and of false findings."""

    wrong: int = 0
    found: int = 0
    at_its_line: int = 0
    false_on_right: int = 0
    false_on_wrong: int = 0

    @property
    def recall(self) -> float | None:
        """Share of the faults that were found, None without any."""
        return self.found / self.wrong if self.wrong else None

    @property
    def precision(self) -> float | None:
        """Share of what was said that is so, None when nothing was said."""
        said = self.found + self.false_on_right + self.false_on_wrong
        return self.found / said if said else None


def judged(told: Sequence[Told], known: Collection[str]) -> Sequence[Told]:
    """Without those whose diagnosis is not installed: what others say there may be its effects."""
    return [one for one in told if not one.program.diagnosis or one.program.diagnosis in known]


def scores(told: Sequence[Told], known: Collection[str]) -> Mapping[str, Score]:
    """Each diagnosis that a program must get, or that spoke wrongly."""
    counted = judged(told, known)
    spoke = {f.diagnosis for one in counted for f in one.false}
    names = spoke | {one.program.diagnosis for one in counted if one.program.diagnosis}
    return {name: _score(name, counted) for name in sorted(names)}


def total(told: Sequence[Told], known: Collection[str]) -> Score:
    """All diagnoses together."""
    counted = judged(told, known)
    wrong = [one for one in counted if one.program.diagnosis]
    right = [one for one in counted if not one.program.diagnosis]
    return Score(
        wrong=len(wrong),
        found=sum(one.found is not None for one in wrong),
        at_its_line=sum(one.at_its_line for one in wrong),
        false_on_right=sum(len(one.false) for one in right),
        false_on_wrong=sum(len(one.false) for one in wrong),
    )


def not_yet(told: Sequence[Told], known: Collection[str]) -> Sequence[str]:
    """Programs whose diagnosis is not installed."""
    return [
        one.program.name
        for one in told
        if one.program.diagnosis and one.program.diagnosis not in known
    ]


def blamed_share(told: Sequence[Told]) -> float:
    """Share of the right programs that were told of a fault which stops or spoils them."""
    right = [one for one in told if not one.program.diagnosis]
    return sum(one.blamed for one in right) / len(right) if right else 0.0


def shortfalls(told: Sequence[Told], known: Collection[str]) -> Sequence[str]:
    """What is not as it should be, one sentence each."""
    recall, blamed = total(told, known).recall, blamed_share(told)
    complaints = [f"{name} has a diagnosis that is not there yet" for name in not_yet(told, known)]
    complaints += [
        f"the right program {one.program.name} did not run: {one.trouble}"
        for one in told
        if one.trouble and not one.program.diagnosis
    ]
    if recall is not None and recall < LEAST_RECALL:
        complaints.append(
            f"expected {LEAST_RECALL:.0%} of the faults to be found, got {recall:.0%}"
        )
    if blamed > MOST_BLAMED:
        most = f"at most {MOST_BLAMED:.0%}"
        complaints.append(f"expected {most} of the right programs to be blamed, got {blamed:.0%}")
    return complaints


def _score(name: str, counted: Sequence[Told]) -> Score:
    own = [one for one in counted if one.program.diagnosis == name]
    spoke = [one for one in counted if any(f.diagnosis == name for f in one.false)]
    return Score(
        wrong=len(own),
        found=sum(one.found is not None for one in own),
        at_its_line=sum(one.at_its_line for one in own),
        false_on_right=sum(not one.program.diagnosis for one in spoke),
        false_on_wrong=sum(bool(one.program.diagnosis) for one in spoke),
    )
