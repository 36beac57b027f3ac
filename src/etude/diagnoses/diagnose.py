"""Which diagnoses match, the root cause first."""

import logging
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.page import Diagnosis, read_diagnosis
from etude.domain.finding import Finding, Severity
from etude.domain.installed_modules import modules_of
from etude.domain.left_out import leave_out

ENTRY_POINTS = "etude.diagnoses"
_log = logging.getLogger(__name__)
_URGENCY = list(Severity)


@cache
def catalogue() -> Mapping[str, Diagnosis]:
    """Every installed diagnosis by name; ours come through the same entry point as others'."""
    found: dict[str, Diagnosis] = {}
    for package_name in sorted({point.value for point in entry_points(group=ENTRY_POINTS)}):
        for module in modules_of(package_name, "diagnoses"):
            try:
                diagnosis = read_diagnosis(module)
            except Exception as error:
                leave_out(f"The diagnosis {module.__name__} is left out. {error}")
            else:
                found[diagnosis.name] = diagnosis
    return found


def diagnose(evidence: Evidence, diagnoses: Mapping[str, Diagnosis] | None = None) -> list[Finding]:
    """Findings, the root cause first; a consequence is listed under its cause only."""
    known = catalogue() if diagnoses is None else diagnoses
    matches = {name: _finding(diagnosis, evidence) for name, diagnosis in known.items()}
    matched = {name: finding for name, finding in matches.items() if finding is not None}
    explained = {name: _consequences(name, matched, known) for name in matched}
    consequences = {effect for effects in explained.values() for effect in effects}
    roots = [
        replace(finding, consequences=explained[name], severity=_severity(name, explained, matched))
        for name, finding in matched.items()
        if name not in consequences
    ]
    stop = evidence.error.line if evidence.error is not None else None
    return sorted(roots, key=lambda f: (*_rank(f, known, stop), f.line, f.diagnosis))


def _rank(
    finding: Finding, known: Mapping[str, Diagnosis], stop: int | None
) -> tuple[bool, int, bool, bool]:
    """What no run suffers from comes last. Of equally severe ones what is wrong in the line that
    the run stopped at comes first, then what consequences or a second training show.
    """
    suffered = bool(finding.consequences) or finding.proven
    aside = known[finding.diagnosis].aside
    return aside, _URGENCY.index(finding.severity), finding.line != stop, not suffered


def _severity(
    name: str, explained: Mapping[str, Sequence[str]], matched: Mapping[str, Finding]
) -> Severity:
    """A cause is as severe as the worst that follows from it: the program may stop there."""
    return min((matched[each].severity for each in [name, *explained[name]]), key=_URGENCY.index)


def _finding(diagnosis: Diagnosis, evidence: Evidence) -> Finding | None:
    try:
        finding = diagnosis.match(evidence)
    except Exception as error:  # a diagnosis with a mistake must not cost anybody their verdicts
        at = traceback.extract_tb(error.__traceback__)[-1]
        told = f"{error!r} at {Path(at.filename).name}:{at.lineno}"
        _log.warning("the diagnosis %s failed and stays silent: %s", diagnosis.name, told)
        return None
    if finding is None:
        return None
    return replace(
        finding,
        diagnosis=diagnosis.name,
        title=diagnosis.title,
        why=diagnosis.why,
        severity=Severity.WARNING if finding.mild else diagnosis.severity,
        file=finding.file or evidence.source.file,
    )


def _consequences(
    cause: str, matched: Mapping[str, Finding], known: Mapping[str, Diagnosis]
) -> Sequence[str]:
    """Matched diagnoses that follow from ``cause``, directly or through another."""
    found: list[str] = []
    waiting = list(known[cause].explains)
    while waiting:
        effect = waiting.pop(0)
        if effect in found or effect not in known:
            continue
        found.append(effect)
        waiting.extend(known[effect].explains)
    followed = [effect for effect in found if effect in matched]
    return sorted(effect for effect in followed if not matched[effect].stands_alone)
