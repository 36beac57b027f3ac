"""What to practise after a sitting, and the review as a whole."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from etude.domain.exercise import Exercise
from etude.domain.result import Result
from etude.domain.review import Practice, QuestionReview, Queued, Review
from etude.domain.skills import SKILLS

MOST_SKILLS = 3
MOST_EXERCISES = 3
# Points of 100; less is no reason to send anybody back.
_LEAST_LOST = 1e-6


def review_of(
    result: Result,
    questions: Sequence[QuestionReview],
    *,
    minutes: float,
    allowed: float,
    exercises: Sequence[Exercise],
    passed: Collection[str] = (),
    diagnosed: Mapping[str, Sequence[str]] | None = None,
    notes: Sequence[str] = (),
    self_issued: bool = True,
) -> Review:
    """The review of a finished sitting.

    Args:
      minutes, allowed: how long it took, and might have taken.
      exercises: all that can be practised; passed: ids of those that the candidate has passed.
      diagnosed: diagnosis -> ids of the skills that it is about.
      notes: sentences on the sitting itself.
    """
    return Review(
        result=result,
        questions=sorted(questions, key=lambda one: one.number),
        minutes=minutes,
        allowed=allowed,
        practice=practice(questions, exercises, passed=passed, diagnosed=diagnosed or {}),
        notes=notes,
        self_issued=self_issued,
    )


def practice(
    questions: Sequence[QuestionReview],
    exercises: Sequence[Exercise],
    *,
    passed: Collection[str],
    diagnosed: Mapping[str, Sequence[str]],
) -> list[Practice]:
    """The skills that lost most, each with exercises that no other of them has.

    A question's lost points count for each skill that it asks for, and once more for those that a
    diagnosis of its program is about: that is where the cause was seen.
    """
    seen = {question.number: _seen(question, diagnosed) for question in questions}
    found, taken = [], set[str]()
    for skill in _worst(questions, seen)[:MOST_SKILLS]:
        about = [one for one in questions if skill in one.skills or skill in seen[one.number]]
        queued = queue(skill, exercises, passed=passed, skip=taken)
        taken |= {one.exercise for one in queued}
        found.append(
            Practice(
                skill=skill,
                title=SKILLS[skill].title,
                lost=sum(one.lost for one in about),
                because=_each_once(seen[one.number].get(skill, ()) for one in about),
                exercises=queued,
            )
        )
    return found


def queue(
    skill: str,
    exercises: Sequence[Exercise],
    *,
    passed: Collection[str],
    skip: Collection[str] = (),
) -> list[Queued]:
    """Exercises of this skill: those that it comes first in, then passed ones, then by level."""
    asking = [one for one in exercises if skill in one.skills and one.id not in skip]
    ordered = sorted(
        asking,
        key=lambda one: (list(one.skills).index(skill), one.id not in passed, one.level, one.id),
    )
    return [
        Queued(exercise=one.id, title=one.title, again=one.id in passed)
        for one in ordered[:MOST_EXERCISES]
    ]


def _worst(
    questions: Sequence[QuestionReview], seen: Mapping[int, Mapping[str, Sequence[str]]]
) -> list[str]:
    """Skills that lost anything, the one that lost most first; of equals, what is asked first."""
    lost: dict[str, float] = {}
    place: dict[str, int] = {}
    for question in questions:
        for number, skill in enumerate((*question.skills, *seen[question.number])):
            lost[skill] = lost.get(skill, 0.0) + question.lost
            if question.lost:
                place[skill] = min(place.get(skill, number), number)
    known = [skill for skill in lost if lost[skill] > _LEAST_LOST and skill in SKILLS]
    return sorted(known, key=lambda skill: (-round(lost[skill], 6), place[skill], skill))


def _each_once(names: Iterable[Sequence[str]]) -> list[str]:
    return list(dict.fromkeys(name for several in names for name in several))


def _seen(
    question: QuestionReview, diagnosed: Mapping[str, Sequence[str]]
) -> Mapping[str, Sequence[str]]:
    """Skill -> diagnoses that are about it, of a question that lost points."""
    if question.report is None or question.lost <= _LEAST_LOST:
        return {}
    found: dict[str, list[str]] = {}
    for finding in question.report.findings:
        for skill in diagnosed.get(finding.diagnosis, ()):
            found.setdefault(skill, []).append(finding.diagnosis)
    return found
