"""What to do about a problem, in the words of the terminal and in those of the pages."""

from collections.abc import Mapping

from etude.domain.problem import Act, Step


def command(step: Step) -> str:
    """One or two sentences that name the command."""
    if step.act is Act.BEGIN_ELSEWHERE and step.exam:
        return f"Name a new folder: etude exam start {step.exam} {step.folder}"
    return _filled(_COMMANDS[step.act], step)


def click(step: Step) -> str:
    """One or two sentences that name the button or the page."""
    return _filled(_CLICKS[step.act], step)


def _filled(words: str, step: Step) -> str:
    return words.format(exercise=step.exercise, folder=step.folder, question=step.question)


_COMMANDS: Mapping[Act, str] = {
    Act.MAKE_WORKSPACE: "Make one: etude start. Or go to yours with cd.",
    Act.BEGIN_ELSEWHERE: "Name a new folder: etude start {folder}",
    Act.LEAVE_EXAM_FOLDER: (
        "For the exam: etude exam. To practise, go to a workspace of exercises, or make one "
        "elsewhere: etude start"
    ),
    Act.PUT_STARTER_BACK: "To put the starter there: etude reset {exercise}",
    Act.CHOOSE_EXAM: "See which there are: etude exam list",
    Act.ALLOW_PAUSES: "Ask for it then: etude exam start --pauses",
    Act.FINISH_OTHER: "Finish that first: etude exam finish",
    Act.RESUME: "Go on with it first: etude exam resume",
    Act.RUN_QUESTION: "Run your program there, or: etude exam run {question}",
    Act.FINISH_TO_BE_TOLD: "The marks so far: etude exam status. To end it: etude exam finish",
    Act.LOOK_BACK: "See how it went: etude exam review",
    Act.SAY_WHY: 'In your words: etude exam appeal {question} "the bar is ..."',
}
_CLICKS: Mapping[Act, str] = {
    Act.MAKE_WORKSPACE: (
        "The first page makes one. If you have one elsewhere, end `etude web` and start it there."
    ),
    Act.BEGIN_ELSEWHERE: "Move it away and try again, or start `etude web` in another folder.",
    Act.LEAVE_EXAM_FOLDER: (
        "The exam itself is under Exam. To practise, end `etude web` and start it in another "
        "folder."
    ),
    Act.PUT_STARTER_BACK: "To put the starter there, press Start over.",
    Act.CHOOSE_EXAM: "See which there are under Exam.",
    Act.ALLOW_PAUSES: "Tick that it may be paused before you start the clock.",
    Act.FINISH_OTHER: "Finish that first: it is under Exam.",
    Act.RESUME: 'Press "Go on" first.',
    Act.RUN_QUESTION: "Press Run, or run your program there.",
    Act.FINISH_TO_BE_TOLD: "The marks so far are on its page, and Finish ends it.",
    Act.LOOK_BACK: "See how it went: its review is under Exam.",
    Act.SAY_WHY: "Write it into the field.",
}
