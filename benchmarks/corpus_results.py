"""What the programs of the corpus were told when they were last run: that can be done in parts."""

import hashlib
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import msgspec
from corpus import Program
from scoring import Told

from etude.domain.finding import Finding, Severity

FILE = Path(__file__).with_name("corpus_results.json")


class Result(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The last run of one program.

    Attributes:
      program: digest of its text; what another text was told is no result.
      findings: diagnosis, severity and line of each, in the order in which they are told.
    """

    program: str
    day: date
    findings: Sequence[tuple[str, Severity, int]]
    trouble: str = ""


class Results:
    """The results of these programs as they are now; those of others are dropped."""

    def __init__(self, programs: Sequence[Program], file: Path = FILE) -> None:
        kept = msgspec.json.decode(file.read_bytes(), type=dict[str, Result])
        named = {_name(program): program for program in programs}
        self.programs = programs
        self._file = file
        self._results = {
            name: result
            for name, result in kept.items()
            if name in named and result.program == _digest(named[name])
        }

    @property
    def told(self) -> Sequence[Told]:
        """Without the words of the findings."""
        found = [(program, self._results.get(_name(program))) for program in self.programs]
        return [_told(program, result) for program, result in found if result]

    @property
    def days(self) -> Sequence[date]:
        """The first and the last on which one of them was run, none without any."""
        days = [result.day for result in self._results.values()]
        return [min(days), max(days)] if days else []

    @property
    def missing(self) -> Sequence[Program]:
        """Those that were never run as they are now."""
        return [program for program in self.programs if _name(program) not in self._results]

    def keep(self, told: Told, day: date) -> None:
        """At once in the file: a run of all of them takes long, and may not come to its end."""
        self._results[_name(told.program)] = Result(
            program=_digest(told.program),
            day=day,
            findings=[(f.diagnosis, f.severity, f.line) for f in told.findings],
            trouble=told.trouble,
        )
        rows = [f'"{name}": {_json(self._results[name])}' for name in sorted(self._results)]
        self._file.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")


def _told(program: Program, result: Result) -> Told:
    findings = [
        Finding(diagnosis=name, severity=severity, line=line, evidence="", change="")
        for name, severity, line in result.findings
    ]
    return Told(program=program, findings=findings, trouble=result.trouble)


def _name(program: Program) -> str:
    return f"{'wrong' if program.diagnosis else 'right'}/{program.name}"


def _digest(program: Program) -> str:
    return hashlib.sha256(program.text.encode()).hexdigest()[:12]


def _json(result: Result) -> str:
    return msgspec.json.encode(result).decode()
