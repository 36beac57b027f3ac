"""A sitting as JSON."""

from collections.abc import Mapping
from typing import Any

import msgspec

from etude.exams.clock import ClockNote
from etude.exams.feedback import shown_verdicts
from etude.exams.marks import Marks
from etude.exams.state import Handed, Phase, QuestionState, SittingState


def sitting_record(state: SittingState, marks: Marks) -> dict[str, Any]:
    """Everything that a candidate may know at this moment, as plain values."""
    sitting = state.sitting
    return {
        "sitting": sitting.id,
        "blueprint": sitting.blueprint.name,
        "blueprint_version": sitting.blueprint.version,
        "title": sitting.blueprint.title,
        "workspace": sitting.workspace,
        "etude": sitting.etude,
        "allowances": msgspec.to_builtins(sitting.allowances),
        "phase": str(state.phase),
        "started_at": state.started_at.isoformat(),
        "finished_at": state.finished_at.isoformat() if state.finished_at else None,
        "finished_by": state.finished_by,
        "seconds": sitting.seconds,
        "elapsed_seconds": state.elapsed,
        "remaining_seconds": state.remaining,
        "pauses": state.pauses,
        "paused_seconds": state.paused_seconds,
        "clock": [_note(note) for note in state.notes],
        "total": marks.total,
        "pass_mark": sitting.blueprint.pass_mark,
        "passed": marks.passed,
        "questions": [_question(state, question) for question in state.questions.values()],
    }


def _note(note: ClockNote) -> Mapping[str, object]:
    return {"news": str(note.news), "at": note.at.isoformat(), "seconds": note.seconds}


def _question(state: SittingState, question: QuestionState) -> Mapping[str, object]:
    item = question.item
    return {
        "number": item.number,
        "topic": item.topic,
        "weight": item.weight,
        "mark": question.mark if question.best else None,
        "saves": len(question.saves),
        "runs": len(question.runs),
        "submissions": [_handed(state, handed) for handed in question.submissions],
    }


def _handed(state: SittingState, handed: Handed) -> Mapping[str, object]:
    over = state.phase is Phase.FINISHED
    blueprint = state.sitting.blueprint
    mark = handed.mark
    verdicts = [] if mark is None else shown_verdicts(mark, blueprint, over=over)
    return {
        "event": handed.number,
        "at": handed.snapshot.at.isoformat(),
        "elapsed_seconds": handed.snapshot.elapsed,
        "by_time": handed.by_time,
        "files": dict(handed.snapshot.files),
        "mark": None if mark is None else mark.mark,
        "verdicts": [msgspec.to_builtins(verdict) for verdict in verdicts],
    }
