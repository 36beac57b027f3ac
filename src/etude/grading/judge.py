"""Turns facts into verdicts, one check after the other."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from etude.checks.base import Check
from etude.domain.outcome import Fault, Outcome
from etude.domain.verdict import Status, Verdict

Hidden = Callable[[str], Mapping[str, np.ndarray]]
Frame = Mapping[str, Any]


def judge_all(
    checks: Sequence[Check], frames: Sequence[Frame], outcome: Outcome, hidden: Hidden
) -> list[Verdict]:
    """Verdicts in order; a check whose dependency did not pass is skipped."""
    verdicts: dict[str, Verdict] = {}
    for check in checks:
        missing = [n for n in check.after if verdicts[n].status is not Status.PASSED]
        if missing:
            verdicts[check.name] = check.skipped(missing[0])
        else:
            verdicts[check.name] = _judge(check, frames, outcome, hidden)
    return list(verdicts.values())


def _judge(check: Check, frames: Sequence[Frame], outcome: Outcome, hidden: Hidden) -> Verdict:
    answers = [f for f in frames if f["kind"] == "probe" and f["check"] == check.name]
    for answer in answers:
        if "error" in answer:
            return _raised(check, answer["error"])
    if not answers:
        return check.skipped(_why_silent(outcome))
    facts: dict[str, Any] = {}
    for answer in answers:
        facts.update(answer["facts"])
    if check.hidden:
        facts["labels"] = hidden(check.hidden)["labels"]
    return check.judge(facts)


def _raised(check: Check, error: Frame) -> Verdict:
    """The learner's code raised while this check was looking at it."""
    frames = error["frames"]
    line = frames[-1]["line"] if frames else 0
    where = f" in line {line}" if line else ""
    first_line = error["message"].partition("\n")[0]
    received = f"{error['type']}{where}: {first_line}"
    return check.failed(expected=check.title, received=received, line=line)


def _why_silent(outcome: Outcome) -> str:
    if outcome.fault is Fault.LEARNER:
        return "a program that runs to its end"
    return "an answer from the sandbox"
