"""The review of a sitting as one HTML file."""

import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from checkups import fit
from page_reading import Element, read_page
from results import result
from reviews import (
    MISSED,
    broken_question,
    full_question,
    practice,
    question,
    review,
    unanswered_question,
)

from etude.domain.error import Error, ErrorFrame
from etude.domain.finding import Finding
from etude.domain.outcome import Fault, Reason
from etude.domain.report import Report
from etude.domain.result import CategoryMark, SkillMark
from etude.domain.review import Practice, Queued, Review
from etude.domain.seen import Confusion
from etude.domain.verdict import Measurement, Status, Verdict
from etude.render.html.gauge import described, gauge
from etude.render.html.review import review_page

NASTY = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>{{ 7 * 7 }}\x00\u202e"
FOUR = [question(), full_question(), broken_question(), unanswered_question()]


def page(**fields: Any) -> Element:
    return read_page(review_page(review(**fields)))


def nasty_review() -> Review:
    """Every name is written to do harm."""
    finding = Finding(line=1, file=NASTY, diagnosis=NASTY, title=NASTY, evidence=NASTY,
                      change=NASTY, why=NASTY)  # fmt: skip
    error = Error(type=NASTY, message=NASTY, frames=[ErrorFrame(file=NASTY, line=1, function="")])
    report = Report(exercise=NASTY, file=NASTY, fault=Fault.LEARNER, reason=Reason.EXCEPTION,
                    error=error, findings=[finding])  # fmt: skip
    confused = Confusion(role=NASTY, labels=[NASTY], counts=[[1]])
    verdict = Verdict(
        check=NASTY, title=NASTY, status=Status.FAILED, of=5, expected=NASTY, received=NASTY,
        attempt=NASTY, measurement=measured(what=NASTY, confusion=confused),
    )  # fmt: skip
    spoilt = question(
        title=NASTY, question=NASTY, verdicts=[verdict], texts={NASTY: NASTY}, report=report,
    )  # fmt: skip
    queued = Queued(exercise=NASTY, title=NASTY)
    todo = Practice(skill=NASTY, title=NASTY, lost=1.0, because=[NASTY], exercises=[queued])
    named = result(
        title=NASTY, blueprint=NASTY, candidate=NASTY, versions={NASTY: NASTY},
        categories=[CategoryMark(topic=NASTY, title=NASTY, points=1, of=2)],
        skills=[SkillMark(skill=NASTY, title=NASTY, share=0.5)],
    )  # fmt: skip
    return review(result=named, questions=[spoilt], practice=[todo], notes=[NASTY])


@pytest.mark.parametrize("made", [review, lambda: review(questions=FOUR), nasty_review])
def test_the_file_needs_nothing_else_and_runs_nothing(made: Any) -> None:
    text = review_page(made())
    elements = list(read_page(text).all())

    tags = {element.tag for element in elements}
    assert not tags & {"script", "link", "iframe", "object", "embed", "base", "form", "use"}
    for element in elements:
        assert not [name for name in element.attributes if name.startswith("on")]
        assert element.attributes.get("href", "#").startswith("#")
    (style,) = [element for element in elements if element.tag == "style"]
    assert not re.search(r"url\(|@import|https?:", style.text)
    assert "default-src 'none'" in text


def test_what_others_wrote_stays_text() -> None:
    text = review_page(nasty_review())

    assert "<script" not in text
    assert "<img src=x" not in text
    assert "{{ 7 * 7 }}" in text
    assert not set(text) & {"\x00", "\u202e"}


def test_headings_begin_with_the_exam_and_skip_no_level() -> None:
    headings = list(page(questions=FOUR).all("h1", "h2", "h3", "h4"))

    levels = [int(heading.tag[1]) for heading in headings]
    assert (headings[0].text, levels[0], levels.count(1)) == ("TensorFlow Developer", 1, 1)
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_link_leads_to_a_part_of_the_page_and_no_name_is_used_twice() -> None:
    shown = page(questions=FOUR)

    names = [e.attributes["id"] for e in shown.all() if "id" in e.attributes]
    assert len(names) == len(set(names))
    assert {e.attributes["href"].removeprefix("#") for e in shown.all("a")} <= set(names)


def test_every_picture_is_told_in_words() -> None:
    for plot in page(questions=FOUR).all("svg"):
        assert plot.attributes.get("aria-label") or plot.attributes.get("aria-hidden") == "true"


@pytest.mark.parametrize(
    ("total", "said", "mood"),
    [
        (94.5, "Passed with 94.5 of 100 points; 90 were needed.", "good"),
        (89.99, "Not passed with 89.9 of 100 points; 90 were needed.", "bad"),
        (100.0, "Passed with 100 of 100 points; 90 were needed.", "good"),
    ],
)
def test_the_outcome_is_told_in_words_and_never_rounded_up(
    total: float, said: str, mood: str
) -> None:
    shown = page(result=result(total=total))

    assert shown.of_class("verdict")[0].text == said
    assert shown.of_class("top")[0].attributes["class"].split()[1] == mood


def test_marks_stand_by_category_and_by_skill() -> None:
    section = page().one("marks")

    for words in ("Images", "38.5 of 40", "46 of 50", "image-2", "90%", "Recurrent layers", "60%"):
        assert words in section.text


def test_a_part_of_the_marks_is_told_with_value_interval_and_bars() -> None:
    section = page().one("question-1")

    assert "3 of 5, so 24 of 40 points" in section.text
    assert "reached in part" in section.text
    (drawn,) = section.of_class("gauge")
    assert drawn.attributes["aria-label"] == (
        "an accuracy of 0.872 (95 % interval 0.855 to 0.888) on 1,600 hidden examples; the bars "
        "were at least 0.8, 0.85, 0.9: 2 of 3 reached"
    )
    assert len(drawn.of_class("reached")) == 2


def test_every_lost_point_has_its_reason_and_its_diagnosis() -> None:
    section = page().one("question-1")

    for words in (
        "an accuracy of at least 0.9 on 1,600 hidden pictures", "0.872 (95 % interval",
        "train longer, or with augmentation", "The loss applies softmax", "train.py:19",
        "etude explain softmax_with_from_logits", "Shuffling after batching",
    ):  # fmt: skip
        assert words in section.text


def test_what_was_reached_is_told_with_its_value_too() -> None:
    section = page().one("question-2")

    assert "A mean absolute error of 9.3 (95 % interval 8.6 to 10.1)" in section.text
    assert "the bars were at most 18, 15, 13, 12: 4 of 4 reached" in section.text


def test_what_was_not_judged_says_what_it_waited_for() -> None:
    section = page().one("question-3")

    assert "not judged" in section.text
    assert "It waited for: model.keras takes texts" in section.text
    assert "the one that counts was taken when time was up" in section.text
    assert "Your program stopped with ValueError" in section.text


def test_a_question_that_was_not_answered_says_so() -> None:
    section = page(questions=FOUR).one("question-4")

    assert "nothing was handed in" in section.text
    assert "0 of 5" in section.text


def test_curves_and_confusions_of_the_program_are_there() -> None:
    section = page().one("question-1")

    assert [one.of_class("name")[0].text for one in section.of_class("curve")][:2] == [
        "loss", "accuracy",
    ]  # fmt: skip
    assert section.of_class("matrix")
    assert "518 of 600 hidden examples decided rightly" in section.text


def test_of_very_many_trainings_the_first_ones_and_the_last_are_shown() -> None:
    fits = [fit(index=number) for number in range(30)]

    section = page(questions=[question(fits=fits)]).one("question-1")

    assert "Training 30" in section.text
    assert "24 trainings before the last one not shown." in section.text


def test_what_to_practise_is_told_with_skill_reason_and_exercises() -> None:
    section = page().one("practise")

    for words in (
        "Keep the preparation of text inside the exported model", "lost 50 points",
        "text/export", "(again)", "seen in your programs: softmax_with_from_logits",
        "etude explain text-9",
    ):  # fmt: skip
        assert words in section.text


def test_without_a_lost_point_nothing_is_to_be_practised() -> None:
    text = review_page(review(practice=[], questions=[full_question()]))

    assert "Practise next" not in text


def test_how_it_was_made_is_kept_in_it() -> None:
    shown = page()

    for words in (
        "14 March 2026", "4 h 12 min of 5 h 15 min", "blueprint developer, version 2",
        "15 minutes extra time were allowed.", "TensorFlow 2.21.0", "questions 5c0ffee",
        "isolation level 2 of 3", "with nobody watching",
    ):  # fmt: skip
        assert words in shown.text
    assert "nobody watching" not in page(self_issued=False).text


def test_printed_it_is_black_on_white() -> None:
    (style,) = page().all("style")

    assert "@media print" in style.text
    assert "@media (prefers-color-scheme: dark)" not in style.text


def measured(**fields: Any) -> Measurement:
    assert MISSED.measurement is not None
    return replace(MISSED.measurement, **fields)


def test_everything_on_the_line_lies_between_its_ends_in_order() -> None:
    drawn = gauge(measured())

    places = [drawn.bars[0].at, drawn.bars[1].at, drawn.low, drawn.value, drawn.high]
    assert places == sorted(places)
    assert all(drawn.left < at < drawn.right for at in [*places, drawn.bars[2].at])


@pytest.mark.parametrize("value", [0.0, 1.0, 250.0])
def test_a_value_that_is_all_there_is_can_be_drawn(value: float) -> None:
    drawn = gauge(measured(value=value, low=value, high=value, bars=(value,)))

    assert drawn.left < drawn.value < drawn.right


def test_numbers_of_bars_do_not_run_into_each_other() -> None:
    drawn = gauge(measured(bars=(0.5, 0.9, 0.901, 0.902)))

    assert [bar.label for bar in drawn.bars] == ["0.5", "", "", "0.902"]


def test_one_bar_is_told_as_one() -> None:
    assert "the bar was at least 0.9: 0 of 1 reached" in described(measured(bars=(0.9,)))


def test_practice_is_what_the_review_holds() -> None:
    ranks = page().one("practise").of_class("rank")[0]

    assert len([e for e in ranks.children if e.tag == "li"]) == len(practice())
