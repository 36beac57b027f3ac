"""The review of a sitting on a terminal."""

import io
from typing import Any

from results import result
from reviews import broken_question, full_question, question, review, unanswered_question
from rich.console import Console

from etude.domain.review import Review
from etude.render.review import ReviewView
from etude.render.reviewed import span


def shown(made: Review, *, width: int = 100, **wishes: Any) -> str:
    console = Console(file=io.StringIO(), width=width, highlight=False)
    console.print(ReviewView(review=made, **wishes))
    file = console.file
    assert isinstance(file, io.StringIO)
    return file.getvalue()


def test_the_outcome_comes_first_then_marks_then_reasons_then_what_to_practise() -> None:
    text = shown(review())

    places = [
        text.index(words)
        for words in (
            "Not passed with 34 of 100 points", "38.5 of 40", "image-2", "Question 1",
            "measured", "Question 3", "Practise next", "text/words_inside_the_model",
        )
    ]  # fmt: skip
    assert places == sorted(places)


def test_what_was_reached_is_left_out_unless_all_is_asked_for() -> None:
    made = review(questions=[full_question()], practice=[])

    assert "9.3" not in shown(made)
    assert "9.3" in shown(made, everything=True)


def test_the_first_diagnosis_is_told_and_all_of_them_when_asked() -> None:
    made = review(questions=[question()])

    assert "The loss applies softmax" in shown(made)
    assert "Shuffling after batching" not in shown(made)
    assert "Shuffling after batching" in shown(made, everything=True)


def test_a_broken_contract_is_told_with_expected_came_and_try() -> None:
    text = shown(review(questions=[broken_question()]))

    for words in (
        "expected inputs of dtype string", "came     inputs of dtype int64",
        "try      put the TextVectorization", "waited", "stopped with ValueError",
    ):  # fmt: skip
        assert words in text


def test_nothing_handed_in_is_said() -> None:
    assert "nothing was handed in" in shown(review(questions=[unanswered_question()]))


def test_names_cannot_steer_the_terminal() -> None:
    text = shown(review(result=result(title="\x1b[31mred"), notes=["\u202eturned"]))

    assert "\x1b[31m" not in text
    assert "\u202e" not in text


def test_it_fits_a_narrow_terminal() -> None:
    assert max(map(len, shown(review(), width=60).splitlines())) <= 60


def test_minutes_are_told_as_people_say_them() -> None:
    assert [span(m) for m in (0.4, 45, 60, 252.9)] == ["0 min", "45 min", "1 h", "4 h 12 min"]
