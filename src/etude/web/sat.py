"""The sitting and the question that an address names."""

import re
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends

from etude.app.exam.asked import Asked, asked, title_of
from etude.app.exam.exam import Exam
from etude.app.exam.look import look
from etude.domain.exam import Blueprint, Item
from etude.domain.sitting import Sitting
from etude.exams.marks import Marks, marks_of
from etude.exams.state import SittingState
from etude.web.ground import Here, NotFound, named_in

SITTING = "/{sitting}"
QUESTION = "/{sitting}/questions/{number}"
_ID = re.compile(r"[0-9a-f]{1,64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sat:
    """A sitting of this learner, with what it takes to do anything in it."""

    exam: Exam
    sitting: Sitting

    def state(self) -> SittingState:
        """As it is now; one whose time is up is ended first."""
        return look(self.exam, self.sitting)

    def marks(self, state: SittingState) -> Marks:
        questions = self.exam.questions.values()
        return marks_of(state, {question.id: question.skills for question in questions})

    def title(self, item: Item) -> str:
        """Of a question of its paper."""
        return title_of(self.exam, item)


@dataclass(frozen=True, slots=True, kw_only=True)
class SatQuestion:
    """One question of it."""

    sat: Sat
    asked: Asked

    @property
    def exam(self) -> Exam:
        return self.sat.exam

    @property
    def sitting(self) -> Sitting:
        return self.sat.sitting

    @property
    def number(self) -> int:
        return self.asked.number


def _sitting(sitting: str, here: Here) -> Sat:
    exam = here.exam()
    found = exam.store.sitting(sitting) if _ID.fullmatch(sitting) else None
    if found is None or found.learner != exam.learner:
        raise NotFound("You have no such sitting.")
    return Sat(exam=exam, sitting=found)


TheSitting = Annotated[Sat, Depends(_sitting)]


def _question(sat: TheSitting, number: int) -> SatQuestion:
    if number not in {item.number for item in sat.sitting.paper.items}:
        raise NotFound(f"This paper has no question {number}.")
    return SatQuestion(sat=sat, asked=asked(sat.exam, sat.sitting, number))


TheQuestion = Annotated[SatQuestion, Depends(_question)]


def _blueprint(name: str, here: Here) -> Blueprint:
    return named_in(here.exam().blueprints, name, "exam")


TheBlueprint = Annotated[Blueprint, Depends(_blueprint)]
