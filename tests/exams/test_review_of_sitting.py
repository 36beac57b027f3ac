"""What to practise after a sitting."""

from pathlib import Path
from typing import Any

from results import result

from etude.domain.exercise import Exercise, Kind
from etude.domain.finding import Finding
from etude.domain.report import Report
from etude.domain.review import QuestionReview
from etude.exams.review import practice, queue, review_of

DIAGNOSED = {"softmax_with_from_logits": ("model-8",), "not_shuffled": ("data-2", "model-10")}


def exercise(name: str, *skills: str, level: int = 2) -> Exercise:
    return Exercise(
        id=name, title=name.title(), summary="", skills=skills, kind=Kind.BUILD, level=level,
        minutes=10, folder=Path("nowhere"),
    )  # fmt: skip


def question(number: int, mark: int, *skills: str, weight: float = 20, seen: Any = ()) -> Any:
    findings = [Finding(line=1, evidence="", change="", diagnosis=name) for name in seen]
    report = Report(exercise="x", file="x.py", findings=findings)
    return QuestionReview(
        number=number, question=f"topic/{number}", title=str(number), topic="topic", mark=mark,
        weight=weight, skills=skills, report=report,
    )  # fmt: skip


def skills_of(*questions: QuestionReview, exercises: Any = (), passed: Any = ()) -> list[str]:
    found = practice(questions, exercises, passed=passed, diagnosed=DIAGNOSED)
    return [one.skill for one in found]


def test_the_skills_that_lost_most_come_first_and_are_three_at_most() -> None:
    questions = [
        question(1, 5, "series-1"),
        question(2, 4, "image-5"),
        question(3, 0, "text-6", "text-2"),
        question(4, 1, "image-2"),
    ]

    assert skills_of(*questions) == ["text-6", "text-2", "image-2"]


def test_of_skills_that_lost_as_much_what_a_question_is_most_about_comes_first() -> None:
    asked = question(1, 3, "series-1", "series-2", "model-11", "deploy-4")

    assert skills_of(asked) == ["series-1", "series-2", "model-11"]


def test_a_skill_that_several_questions_ask_for_adds_up() -> None:
    questions = [question(1, 3, "model-8"), question(2, 3, "model-8"), question(3, 2, "image-2")]

    assert skills_of(*questions) == ["model-8", "image-2"]


def test_what_was_diagnosed_weighs_as_much_as_what_was_asked_for() -> None:
    asked = question(1, 2, "image-5", seen=["softmax_with_from_logits"])
    other = question(2, 2, "model-8")

    (first, *_) = practice([asked, other], (), passed=(), diagnosed=DIAGNOSED)

    assert (first.skill, first.because) == ("model-8", ["softmax_with_from_logits"])
    assert first.lost == 24


def test_a_diagnosis_of_a_question_with_full_marks_sends_nobody_back() -> None:
    assert skills_of(question(1, 5, "image-5", seen=["not_shuffled"])) == []


def test_a_sitting_without_a_lost_point_leaves_nothing_to_practise() -> None:
    review = review_of(
        result(total=100), [question(1, 5, "image-5")], minutes=1, allowed=2, exercises=()
    )

    assert review.practice == []


def test_exercises_that_are_about_the_skill_come_first_then_passed_ones_then_easier_ones() -> None:
    known = [
        exercise("a/hard", "image-5", level=4),
        exercise("a/easy", "image-5", level=1),
        exercise("a/passed", "image-5", level=5),
        exercise("a/beside", "image-2", "image-5", level=1),
        exercise("a/other", "text-1"),
    ]

    found = queue("image-5", known, passed={"a/passed"})

    assert [one.exercise for one in found] == ["a/passed", "a/easy", "a/hard"]
    assert [one.again for one in found] == [True, False, False]


def test_no_exercise_is_queued_for_two_skills() -> None:
    known = [exercise("a/both", "image-5", "image-2"), exercise("a/one", "image-2")]
    questions = [question(1, 0, "image-5"), question(2, 1, "image-2")]

    first, second = practice(questions, known, passed=(), diagnosed={})

    assert [one.exercise for one in first.exercises] == ["a/both"]
    assert [one.exercise for one in second.exercises] == ["a/one"]


def test_questions_stand_in_the_order_of_the_paper() -> None:
    asked = [question(3, 1), question(1, 2), question(2, 5)]

    review = review_of(result(), asked, minutes=10, allowed=45, exercises=(), notes=["A note."])

    assert [one.number for one in review.questions] == [1, 2, 3]
    assert review.notes == ["A note."]


def test_a_skill_that_no_longer_exists_is_left_out() -> None:
    assert skills_of(question(1, 0, "gone-1", "text-6")) == ["text-6"]
