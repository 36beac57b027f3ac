"""The rules of a sitting, as they are told before its clock starts."""

from collections.abc import Sequence

from etude.domain.exam import BEST_MARK, Blueprint, Feedback
from etude.domain.sitting import Allowances
from etude.exams.durations import duration_words


def rules(blueprint: Blueprint, allowances: Allowances) -> Sequence[str]:
    """One sentence or two for each rule."""
    return [
        _time(blueprint, allowances),
        _pause(allowances),
        "Work in your own editor and with your own Python. Books and the web are allowed, other "
        "people are not.",
        f"Each question is marked 0 to {BEST_MARK}, from the file that your program writes, on "
        "examples that you do not have. How you came to the file makes no difference.",
        "Submit as often as you like: the best mark of a question counts, so that submitting "
        "again never hurts.",
        _feedback(blueprint),
        "Every save is kept. When time is up, whatever lies in the folders and was not submitted "
        "is submitted; what is changed later does not count. Until then nothing is lost when a "
        "program, étude or the machine stops.",
        f"You pass with {blueprint.pass_mark} of 100.",
        "The examples that decide lie on this machine, sealed as well as that can be done. "
        "Whoever searches for them cheats nobody but themselves: a result is worth what its "
        "issuer says of the circumstances.",
    ]


def _time(blueprint: Blueprint, allowances: Allowances) -> str:
    extra = allowances.extra_minutes
    told = f"You have {duration_words(blueprint.minutes + extra)}"
    told += f", {extra} of these minutes extra" if extra else ""
    return (
        f"{told}. The clock goes on while the machine sleeps or is off, and setting the system "
        "clock does not change it."
    )


def _pause(allowances: Allowances) -> str:
    if allowances.pauses:
        return "The clock may be stopped (etude exam pause); pauses are recorded."
    return "The clock cannot be stopped."


def _feedback(blueprint: Blueprint) -> str:
    if blueprint.feedback is Feedback.FULL:
        return "Of each submission you are told everything that there is to say."
    return (
        "Of each submission you are told the mark, and at once what is wrong with the file's "
        "form. Everything else is told when the sitting is over."
    )
