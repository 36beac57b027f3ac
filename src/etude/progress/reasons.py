"""One sentence on why an exercise is next."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from etude.domain.exercise import Exercise
from etude.domain.history import Event
from etude.domain.skills import SKILLS
from etude.progress.learner import Learner
from etude.progress.rounds import Round

_MOST_NAMED = 2


def because_begun(found: Round, now: datetime) -> str:
    """Work that was begun and has not passed."""
    tries = {0: "", 1: " and tried it once"}.get(found.tries, f" and tried it {found.tries} times")
    return f"You began it {_ago(now - found.begun_at)}{tries}: finish it first."


def because_of_exam(exercise: Exercise, queued: Event) -> str:
    """What the review of an exam has queued."""
    day = f"{queued.at.astimezone():%-d %B}"
    return f"The review of your exam on {day} asks for it: it practises {_named(exercise.skills)}."


def because_due(skills: Sequence[str], learner: Learner) -> str:
    """A review; ``skills`` are those that are due, the most forgotten first."""
    recall = learner.memories[skills[0]].recall
    return (
        f"Time to refresh {_named(skills)}: by now you remember it "
        f"with a chance of about {recall:.0%}."
    )


def because_new(exercise: Exercise, learner: Learner) -> str:
    """Something new; names what is mastered least."""
    weakest = sorted(exercise.skills, key=lambda skill: (learner.mastery[skill], skill))
    if not weakest:
        return "It is the next one that you have not passed."
    due = [skill for skill in learner.due if skill in exercise.skills]
    also = f" It also refreshes {_named(due)}, which is due." if due else ""
    new = [skill for skill in weakest if not learner.mastery[skill]]
    if new:
        return f"You are ready for what is new in it: {_named(new)}.{also}"
    return f"It practises what you master least: {_named(weakest)}.{also}"


def _named(skills: Sequence[str]) -> str:
    """ "image-2 (pictures from class folders: ...) and 3 more"."""
    shown = [_told(skill) for skill in skills[:_MOST_NAMED]]
    left = len(skills) - len(shown)
    parts = [*shown, *([f"{left} more"] if left else [])]
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _told(skill: str) -> str:
    return f"{skill} ({SKILLS[skill].title})" if skill in SKILLS else skill


def _ago(since: timedelta) -> str:
    if since < timedelta(hours=18):
        return "today" if since > timedelta(hours=1) else "just now"
    days = max(1, round(since / timedelta(days=1)))
    return "yesterday" if days == 1 else f"{days} days ago"
