"""Two attempts beside each other."""

from typing import Any

from checkups import fit, model
from page_reading import Element, read_page

from etude.domain.report import Report
from etude.domain.seen import Seen
from etude.domain.verdict import Status, Verdict
from etude.render.html.difference import Changed, Difference, Side, difference
from etude.render.html.environment import environment

FILE = "images/a/a.py"


def side(text: str = "", *, points: int = 0, epochs: Any = None, **fields: Any) -> Side:
    status = Status.PASSED if points else Status.FAILED
    verdict = Verdict(check="a", title="it works", status=status, points=points, of=3)
    fits = [fit(epochs=epochs, **fields)] if epochs is not None else []
    return Side(
        report=Report(exercise="images/a", file=FILE, verdicts=[verdict]),
        files={FILE: text},
        seen=Seen(fits=fits),
    )


def number(found: Difference, name: str) -> Changed:
    return next(one for one in found.numbers if one.name == name)


def shown(found: Difference) -> Element:
    template = environment().from_string(
        '{% import "parts/difference.html.j2" as d %}{{ d.difference(shown) }}'
    )
    return read_page(template.render(shown=found))


def test_changed_lines_are_told_with_their_numbers() -> None:
    (file,) = difference(side("a\nb\nc\n"), side("a\nB\nc\n")).files

    assert [(line.kind, line.text, line.number) for line in file.lines] == [
        ("same", "a", 1), ("removed", "b", 2), ("added", "B", 2), ("same", "c", 3),
    ]  # fmt: skip


def test_lines_far_from_any_change_are_left_out() -> None:
    before = "\n".join(map(str, range(100)))

    (file,) = difference(side(before), side(before.replace("50", "fifty"))).files

    assert [line.kind for line in file.lines] == [
        "gap", "same", "same", "same", "removed", "added", "same", "same", "same",
    ]  # fmt: skip


def test_a_file_that_is_the_same_says_so() -> None:
    assert "The same in both." in shown(difference(side("a"), side("a"))).text


def test_a_lower_loss_and_a_higher_accuracy_are_better() -> None:
    before = [{"loss": 1.0, "accuracy": 0.5}] * 2
    after = [{"loss": 0.5, "accuracy": 0.4}] * 2

    found = difference(side(epochs=before), side(epochs=after))

    assert (number(found, "loss").before, number(found, "loss").verdict) == ("1", "better")
    assert number(found, "accuracy").verdict == "worse"


def test_more_points_are_better_and_more_epochs_are_only_more() -> None:
    found = difference(side(epochs=[{"loss": 1.0}] * 2), side(points=3, epochs=[{"loss": 1.0}] * 4))

    assert number(found, "points").verdict == "better"
    assert (number(found, "epochs").after, number(found, "epochs").verdict) == ("4", "")
    assert [(c.before, c.after, c.verdict) for c in found.checks] == [
        ("failed", "passed", "better")
    ]


def test_parameters_of_the_models_are_compared() -> None:
    small = model(parameters=10)

    found = difference(side(epochs=[{"loss": 1.0}]), side(epochs=[{"loss": 1.0}], model=small))

    parameters = number(found, "parameters")
    assert (parameters.before, parameters.after) == ("27,210", "10")


def test_curves_of_both_are_drawn_into_one_chart_as_long_as_the_longer() -> None:
    before = [{"loss": 2.0, "val_loss": 2.5}] * 2
    after = [{"loss": 1.0, "val_loss": 1.5}] * 4

    (chart,) = difference(side(epochs=before), side(epochs=after)).charts

    assert chart.name == "val_loss"
    assert [line.values for line in chart.lines] == [[2.5, 2.5, None, None], [1.5] * 4]


def test_attempts_that_trained_nothing_are_compared_all_the_same() -> None:
    found = difference(side("a"), side("b"))

    assert [one.name for one in found.numbers] == ["points"]
    assert found.charts == []
    assert len(list(shown(found).all("section"))) == 3


def test_programs_are_shown_and_stay_text() -> None:
    nasty = "<script>alert(1)</script>"

    page = shown(difference(side(nasty), side(f"{nasty}{nasty}")))

    assert list(page.all("script")) == []
    assert nasty in page.text
