"""Something that a person can mend, and what they can do about it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Act(StrEnum):
    """What a person can do, whether by a command or by a button."""

    MAKE_WORKSPACE = "make_workspace"
    BEGIN_ELSEWHERE = "begin_elsewhere"  # ``folder``; ``exam`` when it is one that was to begin
    LEAVE_EXAM_FOLDER = "leave_exam_folder"
    PUT_STARTER_BACK = "put_starter_back"  # ``exercise``
    CHOOSE_EXAM = "choose_exam"
    ALLOW_PAUSES = "allow_pauses"
    FINISH_OTHER = "finish_other"
    RESUME = "resume"
    RUN_QUESTION = "run_question"  # ``question``
    FINISH_TO_BE_TOLD = "finish_to_be_told"
    LOOK_BACK = "look_back"
    SAY_WHY = "say_why"  # ``question``


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What to do next, in no words: a terminal names a command, a page a button.

    Attributes: exercise, exam, folder, question: what it is about, "" or 0 for nothing.
    """

    act: Act
    exercise: str = ""
    exam: str = ""
    folder: str = ""
    question: int = 0


Words = Callable[[Step], str]


class Problem(Exception):
    """The message is for the person who can mend it: what was expected, what came, what to try.

    Args:
      step: what to try, where that depends on whether the person uses a terminal or the pages;
        the message says everything else.
    """

    def __init__(self, text: str, *, step: Step | None = None) -> None:
        super().__init__(text)
        self.step = step

    def told(self, words: Words) -> str:
        """The message with its step in the words of whoever shows it."""
        return str(self) if self.step is None else f"{self} {words(self.step)}"
