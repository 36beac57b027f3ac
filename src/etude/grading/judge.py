"""Turns facts into verdicts, one check after the other."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from etude.checks.base import Check
from etude.domain.outcome import MISSING, Fault, Outcome
from etude.domain.task import Part
from etude.domain.verdict import Status, Verdict
from etude.grading.plan import Hidden

Frame = Mapping[str, Any]

# The sandbox's word for a file that was never written; checks have more to say about that.


def judge_all(
    checks: Sequence[Check], frames: Sequence[Frame], outcome: Outcome, hidden: Hidden
) -> list[Verdict]:
    """Verdicts in order; a check whose dependency did not pass is skipped."""
    return list(judged(checks, frames, outcome, hidden))


def judged(
    checks: Sequence[Check], frames: Sequence[Frame], outcome: Outcome, hidden: Hidden
) -> Iterator[Verdict]:
    """The same, one after the other as they are judged."""
    verdicts: dict[str, Verdict] = {}
    awaited: dict[str, str] = {}  # check -> the title of the one that it waits for in the end
    for check in checks:
        missing = [n for n in check.after if verdicts[n].status is not Status.PASSED]
        if missing:
            title = awaited.get(missing[0], verdicts[missing[0]].title)
            awaited[check.name] = title
            verdicts[check.name] = check.waits(title)
        else:
            verdicts[check.name] = _judge(check, frames, outcome, hidden)
        yield verdicts[check.name]


def _judge(check: Check, frames: Sequence[Frame], outcome: Outcome, hidden: Hidden) -> Verdict:
    answers = [f for f in frames if f["kind"] == "probe" and f["check"] == check.name]
    if len({answer.get("part") for answer in answers}) < len(answers):
        return check.skipped("one answer, and the program gave another in étude's name")
    refused = _refused(check, outcome)
    if refused is not None:
        return refused
    told = [answer for answer in answers if not _failed_what_if(answer)]
    for answer in told:
        if "error" in answer:
            return _raised(check, answer["error"])
    if not _parts_needed(check) <= {str(answer["part"]) for answer in told}:
        return check.skipped(_why_silent(outcome))
    try:
        return check.judge(_facts(check, told, hidden))
    except Exception as error:  # facts that no probe of ours would give, or a check with a mistake
        return check.skipped(f"facts that fit it; {type(error).__name__}: {error}")


def _facts(check: Check, answers: Sequence[Frame], hidden: Hidden) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    for answer in answers:
        facts.update(answer["facts"])
    return facts | _answers(hidden(check.hidden)) if check.hidden else facts


def _parts_needed(check: Check) -> set[str]:
    """Without an answer to each of these there is no judgement, good or bad."""
    return {Part.PROBE, Part.RELOAD} if check.reloads else {Part.PROBE}


def _failed_what_if(answer: Frame) -> bool:
    """What a model does under changed inputs is its own affair when it refuses them."""
    return answer["part"] == Part.WHAT_IF and "error" in answer


def _refused(check: Check, outcome: Outcome) -> Verdict | None:
    """The verdict when a file is there that the sandbox would not hand over."""
    for name in check.artifacts:
        artifact = outcome.artifacts.get(name)
        if artifact is not None and artifact.refusal not in ("", MISSING):
            return check.failed(expected=f"the file {name}", received=artifact.refusal)
    return None


def _answers(arrays: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """What stays outside the sandbox: ``labels``, and ``classes``, which names them in order."""
    return {name: array for name, array in arrays.items() if not name.startswith("inputs")}


def _raised(check: Check, error: Frame) -> Verdict:
    """The learner's code raised while this check was looking at it."""
    frames = error["frames"]
    line = frames[-1]["line"] if frames else 0
    where = f" in line {line}" if line else ""
    first_line = error["message"].partition("\n")[0]
    received = f"{error['type']}{where}: {first_line}"
    called = frames[0].get("function", "") if frames else ""
    attempt = ""
    if called.isidentifier():
        attempt = f"étude called {called} with inputs of its own; print there what comes in"
    return check.failed(expected=check.title, received=received, attempt=attempt, line=line)


def _why_silent(outcome: Outcome) -> str:
    if outcome.fault is Fault.LEARNER:
        return "a program that runs to its end"
    return "an answer from the sandbox"
