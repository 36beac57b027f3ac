"""Marks and totals, from the events of a sitting."""

import math
from dataclasses import replace

import pytest
from making_sittings import PAPER, SMALL, Story, make_sitting

from etude.domain.exam import Category
from etude.domain.sitting import SittingDeed
from etude.exams.marks import marks_of


def test_the_best_mark_of_a_question_counts() -> None:
    story = Story()
    for at, mark in ((10, 3), (20, 5), (30, 4)):
        story.submit(1, at, mark)

    question = story.at(100).questions[1]

    assert question.mark == 5
    assert question.best is not None
    assert question.best.snapshot.elapsed == 20


def test_a_total_is_the_sum_of_weighted_marks() -> None:
    story = Story()
    for question, mark in ((1, 5), (2, 3), (3, 4)):
        story.submit(question, 10 * question, mark)

    marks = marks_of(story.at(100), {})

    assert marks.total == pytest.approx(40 + 18 + 24)
    assert marks.passed
    assert [(one.marks, one.points) for one in marks.categories] == [([5], 40), ([3, 4], 42)]


def test_a_total_that_just_reaches_the_pass_mark_passes() -> None:
    third = replace(PAPER, items=[replace(item, weight=100 / 3) for item in PAPER.items])
    whole = replace(SMALL, pass_mark=100)
    story = Story(make_sitting(blueprint=whole, paper=third))
    for question in (1, 2, 3):
        story.submit(question, 10 * question, 5)

    assert marks_of(story.at(100), {}).passed


def test_skills_are_told_the_weakest_first() -> None:
    story = Story()
    story.submit(1, 10, 5)
    story.submit(2, 20, 1)

    marks = marks_of(story.at(100), {"text/b": ["s-3"]})

    assert [(one.skill, one.points, one.of) for one in marks.skills] == [
        ("s-3", 6, 60),
        ("s-2", 6, 30),
        ("s-1", 40, 40),
    ]


def test_two_categories_of_one_topic_count_their_own_questions() -> None:
    short = Category(topic="text", title="Short texts", weight=30, skills=["s-2"])
    others = [SMALL.categories[0], short, replace(short, title="Long texts", skills=["s-3"])]
    story = Story(make_sitting(blueprint=replace(SMALL, categories=others)))
    story.submit(2, 20, 5)
    story.submit(3, 30, 1)

    marks = marks_of(story.at(100), {})

    assert [(one.marks, one.points) for one in marks.categories] == [([0], 0), ([5], 30), ([1], 6)]
    assert [(one.skill, one.points) for one in marks.skills] == [
        ("s-1", 0),
        ("s-3", 6),
        ("s-2", 30),
    ]


def test_what_is_submitted_and_not_marked_waits() -> None:
    story = Story()
    story.submit(2, 20, 4)
    waiting = story.submit(2, 30)

    state = story.at(100)

    assert [(q.item.number, handed.number) for q, handed in state.waiting] == [(2, waiting.number)]


def test_a_later_marking_replaces_the_mark_and_keeps_the_old_one() -> None:
    story = Story()
    submitted = story.submit(1, 10, 3)
    story.mark(submitted, 4, SittingDeed.REMARKED)

    (handed,) = story.at(100).questions[1].submissions

    assert [one.mark for one in handed.marks] == [3, 4]
    assert handed.mark is handed.marks[-1]


def test_files_are_known_from_the_start() -> None:
    story = Story(make_sitting())
    story.events.clear()
    story.tell(SittingDeed.STARTED, 0, detail={"given": {"1": {"a.py": "0f"}}})

    assert story.at(5).questions[1].files == {"a.py": "0f"}

    story.tell(SittingDeed.SAVED, 6, 1, files={"a.py": "1f"})

    assert story.at(7).questions[1].files == {"a.py": "1f"}


def test_a_mark_is_read_with_the_names_that_numbers_have_in_a_database() -> None:
    story = Story()
    story.submit(1, 10, 3)
    marked = story.events[-1]
    verdict = {"check": "bars", "title": "", "status": "failed", "measured": {"as it is": "nan"}}
    detail = {**marked.detail, "marked": {**marked.detail["marked"], "verdicts": [verdict]}}
    story.events[-1] = replace(marked, detail=detail)

    best = story.at(100).questions[1].best

    assert best is not None
    assert best.mark is not None
    assert math.isnan(best.mark.verdicts[0].measured["as it is"])
