"""An appeal in one file: what an author needs to mark a submission again, and nothing hidden."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from etude import decoding
from etude.domain.marked import Marked
from etude.domain.problem import Problem
from etude.domain.report import Report
from etude.exams.archive import UnreadableArchive, packed, unpacked

FORMAT = 1
_RECORD, _REPORT, _STATEMENT = "appeal.json", "report.json", "README.md"
_FACTS = "facts.json"
_PROGRAMS, _ARTIFACTS = "program/", "handed_in/"
_MOST_BYTES = 512 << 20
_ELSEWHERE = "..."


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What an appeal says of itself.

    Attributes:
      why: the candidate's words.
      question: its id; seed: of the variant; number: in the paper.
      sitting_seed: draws the hidden rows; pack: SHA-256 of the pack they came from, or "".
      program: path of the candidate's program.
      marked: the mark that is appealed against, with its versions.
      earlier: the marks before it, the oldest first, where it was marked again.
    """

    format: int = FORMAT
    why: str
    question: str
    seed: int
    number: int
    blueprint: str
    blueprint_version: int
    sitting_seed: int
    pack: str
    program: str
    marked: Marked
    earlier: Sequence[int] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Appeal:
    """Attributes:
    statement: of the question, in its variant.
    programs, artifacts: contents by path relative to the question's folder.
    report: what was told of the submission; None without a program.
    facts: frames of the program's last run in the sandbox, if it was run.
    """

    record: Record
    statement: str
    programs: Mapping[str, bytes]
    artifacts: Mapping[str, bytes]
    report: Report | None
    facts: Sequence[Mapping[str, Any]] = ()


def bundled(appeal: Appeal, *, places: Sequence[str]) -> bytes:
    """The bytes of an appeal; the same appeal gives the same.

    Args:
      places: folders of this machine, which are left out of everything that étude has written.
    """
    members = {
        _RECORD: _encoded(_timeless(appeal.record), places),
        _STATEMENT: appeal.statement.encode(),
        **{f"{_PROGRAMS}{path}": content for path, content in appeal.programs.items()},
        **{f"{_ARTIFACTS}{path}": content for path, content in appeal.artifacts.items()},
    }
    if appeal.report is not None:
        members[_REPORT] = _encoded(replace(appeal.report, phases={}), places)
    if appeal.facts:
        members[_FACTS] = _encoded(list(appeal.facts), places)
    return packed(members)


def opened_appeal(content: bytes) -> Appeal:
    """An appeal from its bytes.

    Raises:
      Problem: it is none, or was made by a later étude.
    """
    try:
        members = unpacked(content, most_bytes=_MOST_BYTES)
        record = decoding.from_json(members[_RECORD], Record)
        told = members.get(_REPORT)
        report = decoding.from_json(told, Report) if told is not None else None
        facts = decoding.from_json(members.get(_FACTS, b"[]"), list[dict[str, Any]])
        statement = members[_STATEMENT].decode()
    except UnreadableArchive as error:
        raise Problem(f"This is no appeal: {error}.") from None
    except (KeyError, ValueError, msgspec.MsgspecError) as error:
        raise Problem(f"This is no appeal, or one of another étude ({error}).") from None
    return Appeal(
        record=record,
        statement=statement,
        programs=_below(members, _PROGRAMS),
        artifacts=_below(members, _ARTIFACTS),
        report=report,
        facts=facts,
    )


def _timeless(record: Record) -> Record:
    """Without times, which differ whenever the same file is marked."""
    return replace(record, marked=replace(record.marked, phases={}, prediction_seconds=0.0))


def _encoded(value: object, places: Sequence[str]) -> bytes:
    """As JSON in which no folder of the machine stands: the longest first, which holds others."""
    text = msgspec.json.format(msgspec.json.encode(value), indent=1).decode()
    for place in sorted(filter(None, places), key=len, reverse=True):
        text = text.replace(msgspec.json.encode(place).decode()[1:-1], _ELSEWHERE)
    return text.encode()


def _below(members: Mapping[str, bytes], folder: str) -> Mapping[str, bytes]:
    return {n.removeprefix(folder): c for n, c in members.items() if n.startswith(folder)}
