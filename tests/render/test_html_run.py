"""What was seen of a run, as components that reports and pages share."""

import math
from itertools import pairwise
from typing import Any

import pytest
from checkups import (
    CLASSES,
    branched_model,
    checkup,
    confusion,
    fit,
    model,
    own_loop,
    png,
    rich_checkup,
)
from page_reading import Element, read_page

from etude.domain.observations import Data, Layer, Model, TensorSpec
from etude.domain.patterns import Windows
from etude.domain.seen import Batch, Confusion, Forecast, Picture
from etude.render.html.examples import examples
from etude.render.html.forecast import forecast_view
from etude.render.html.graph import Box, Graph, graphs, sizes_text
from etude.render.html.layering import layered
from etude.render.html.matrix import matrix
from etude.render.html.page import checkup_page
from etude.render.html.run import run_view


def page(**fields: Any) -> Element:
    return read_page(checkup_page(rich_checkup(**fields)))


def layer(name: str, *calls: list[str], kind: str = "Dense", **fields: Any) -> Layer:
    return Layer(name=name, kind=kind, calls=list(calls), output_shape=[None, 8], **fields)


def twins() -> Model:
    """One encoder for two pictures, whose outputs are compared."""
    inside = (layer("in"), layer("a", ["in"]), layer("sum", ["in", "a"], kind="Add"))
    layers = (
        layer("left"), layer("right"),
        layer("encoder", ["left"], ["right"], kind="Functional", layers=inside, outputs=["sum"]),
        layer("apart", ["encoder", "encoder:1"], kind="Subtract"),
        layer("same", ["apart"]),
    )  # fmt: skip
    outputs = [TensorSpec(path="same", dtype="float32", shape=[None, 8])]
    return Model(key="3", kind="functional", name="twins", layers=layers, outputs=outputs)


def box(graph: Graph, name: str, number: int = 0) -> Box:
    return [box for box in graph.boxes if box.name == name][number]


# Graphs of models


def test_each_layer_stands_below_those_that_feed_it() -> None:
    layout = layered({"a": [], "b": ["a"], "c": ["b"], "end": ["a", "c"]})

    rows = {name: spot.row for name, spot in layout.spots.items()}
    assert rows == {"a": 0, "b": 1, "c": 2, "end": 3}


def test_a_link_over_several_rows_leads_past_the_nodes_between() -> None:
    layout = layered({"a": [], "b": ["a"], "c": ["b"], "end": ["a", "c"]})

    long = next(bend for bend in layout.bends if (bend.start, bend.end) == ("a", "end"))
    assert [spot.row for spot in long.through] == [0, 1, 2, 3]
    for spot in long.through[1:-1]:
        beside = next(one for one in layout.spots.values() if one.row == spot.row)
        assert abs(spot.x - beside.x) >= 0.6


@pytest.mark.parametrize("width", [2, 5, 9])
def test_nodes_of_one_row_do_not_lie_on_each_other(width: int) -> None:
    middle = {f"m{i}": ["in"] for i in range(width)}
    layout = layered({"in": [], **middle, "out": list(middle)})

    xs = sorted(layout.spots[name].x for name in middle)
    assert all(after - before >= 0.999 for before, after in pairwise(xs))
    assert min(xs) >= 0.499
    assert max(xs) <= layout.width - 0.499


def test_a_circle_in_facts_of_others_is_drawn_without_its_last_link() -> None:
    layout = layered({"a": ["c"], "b": ["a"], "c": ["b"], "d": ["d"]})

    assert set(layout.spots) == {"a", "b", "c", "d"}
    assert len(layout.bends) == 2


def test_a_shared_layer_has_a_box_for_each_call_and_says_so() -> None:
    graph, inner = graphs(twins())

    assert [box(graph, "encoder", n).shared for n in (0, 1)] == [
        "shared, call 1 of 2", "shared, call 2 of 2",
    ]  # fmt: skip
    assert box(graph, "encoder").y == box(graph, "encoder", 1).y
    assert box(graph, "apart").look == "merge"
    assert "encoder used more than once" in graph.described
    assert inner.name == "encoder"


def test_boxes_stay_inside_the_drawing() -> None:
    for graph in [*graphs(twins()), *graphs(branched_model()), *graphs(model())]:
        for one in graph.boxes:
            assert 0 <= one.x <= graph.width - graph.box_width
            assert 0 <= one.y <= graph.height - graph.box_height


def test_a_chain_is_no_branching() -> None:
    (chain,) = graphs(model())
    (two,) = graphs(branched_model())

    assert (chain.branching, two.branching) == (False, True)


@pytest.mark.parametrize(
    "layers",
    [(), (layer("alone"),), (layer("a"), layer("b")), [layer(f"l{i}", ["l0"]) for i in range(400)]],
    ids=["none", "one", "no links known", "too many"],
)
def test_what_cannot_be_drawn_is_left_to_the_table(layers: Any) -> None:
    assert graphs(Model(key="1", kind="subclassed", layers=layers)) == []


@pytest.mark.parametrize(
    ("shape", "told"),
    [
        ([None, 26, 26, 8], "26×26×8"),
        ([None, None, 4], "?×4"),
        ([[None, 1], [None]], ""),
        (None, ""),
    ],
)
def test_a_shape_is_told_without_its_batch(shape: Any, told: str) -> None:
    assert sizes_text(shape) == told


def test_every_box_names_its_layer_for_the_pointer_and_the_graph_is_described() -> None:
    shown = page(models=[twins()]).one("models")

    drawn = next(
        e for e in shown.of_class("graph") if e.attributes["aria-label"] == "Graph of twins"
    )
    titles = [title.text for title in drawn.all("title")]
    assert "apart: Subtract; output 8; fed by encoder, encoder:1" in titles


# Decisions


def mistaken(*cells: tuple[int, int]) -> Confusion:
    pictures = [
        Picture(png=png(i), label=CLASSES[true], predicted=CLASSES[told])
        for i, (true, told) in enumerate(cells)
    ]
    plain = confusion()
    return Confusion(role="validation", labels=plain.labels, counts=plain.counts, mistakes=pictures)


def test_behind_a_cell_are_its_own_pictures() -> None:
    section = page(confusion=mistaken((2, 4), (4, 2), (2, 4))).one("decisions")

    link = next(a for a in section.all("a") if a.text == "24")
    group = section.one(link.attributes["href"].removeprefix("#"))
    assert len(list(group.all("img"))) == 2
    assert group.text.startswith("pullover taken for coat 2 of 24")


def test_the_fullest_cell_comes_first() -> None:
    groups = matrix(mistaken((0, 2), (2, 4), (4, 2))).groups

    assert [group.count for group in groups] == [24, 19, 4]


def test_of_hidden_data_it_is_said_that_there_are_counts_alone() -> None:
    hidden = Confusion(role="hidden", labels=["a", "b"], counts=[[3, 1], [0, 4]])

    shown = page(confusion=mistaken((2, 4)), hidden=[hidden]).one("decisions")

    assert "7 of 8 examples decided rightly (hidden data, of which nothing" in shown.text
    assert len(shown.of_class("group")) == 1


# Examples


def test_texts_stand_beside_their_labels() -> None:
    batch = Batch(role="fit", texts=["good <b>", "bad"], labels=["1", "0"])

    (table,) = page(batches=[batch]).one("batches").of_class("examples")

    assert [[cell.text for cell in row.children] for row in table.all("tr")][1:] == [
        ["good <b>", "1"], ["bad", "0"],
    ]  # fmt: skip


def test_rows_have_the_names_of_their_columns_and_say_how_many_are_not_shown() -> None:
    few = examples(Batch(role="fit", columns=["age", "town"], rows=[[31.0, "Ulm"]], labels=["1"]))
    many = examples(Batch(role="fit", rows=[[0.5] * 30]))

    assert (few.columns, few.rows[0].cells, few.rows[0].label) == (
        ["age", "town"],
        ["31", "Ulm"],
        "1",
    )
    assert (len(many.columns), many.left_out) == (16, 14)


def test_windows_of_a_series_are_drawn_on_one_scale() -> None:
    batch = Batch(role="fit", rows=[[0.0, 1.0], [0.0, 10.0]], labels=["2", "11"])
    data = Data(role="fit", kind="arrays", windows=Windows(size=2, stride=1))

    seen = checkup(fits=[fit(train=data)], batches=[batch])
    (shown,) = run_view(seen, str).batches

    assert shown.rows == []
    assert [line.path for line in shown.lines] == ["M0.0 48.0L200.0 43.2", "M0.0 48.0L200.0 0.0"]
    assert shown.lines[1].told == "from 0 to 10, label 11"


def test_rows_that_are_no_numbers_make_no_line_and_no_error() -> None:
    batch = Batch(role="fit", rows=[["a"], [math.nan, math.inf], []])

    assert [line.path for line in examples(batch, series=True).lines] == ["", "", ""]
    assert len(examples(batch).rows) == 3


# Answers beside the truth


def test_a_forecast_is_drawn_over_the_steps_of_its_series() -> None:
    truth = [math.sin(i / 5) for i in range(60)]
    view = forecast_view(Forecast(role="validation", truth=truth, answers=truth, in_time=True))

    assert view is not None
    assert view.chart is not None
    assert view.scatter is None
    assert view.chart.across == "step"
    assert [line.name for line in view.chart.lines] == ["true", "forecast"]
    assert "off by 0 on average" in view.facts


def test_answers_out_of_time_are_drawn_against_the_truth() -> None:
    view = forecast_view(Forecast(role="fit", truth=[1.0, 2.0, math.nan], answers=[1.0, 4.0, 1.0]))

    assert view is not None
    assert view.scatter is not None
    first, second = view.scatter.dots
    assert first.x < second.x
    assert first.y > second.y
    assert second.title == "true 2, answer 4"
    assert "off by 1 on average" in view.facts


def test_one_answer_is_no_forecast() -> None:
    assert forecast_view(Forecast(role="fit", truth=[1.0], answers=[1.0])) is None


def test_the_numbers_stand_behind_the_drawing() -> None:
    told = Forecast(role="fit", truth=[1.0, 2.0], answers=[1.5, 2.5])

    section = page(forecast=told).one("forecast")

    rows = [[cell.text for cell in row.children] for row in section.all("tr")]
    assert rows == [["example", "true", "answer"], ["1", "1", "1.5"], ["2", "2", "2.5"]]


# The policy of the pages


def test_no_component_holds_a_style_of_its_own() -> None:
    shown = page(models=[model(), twins()], confusion=mistaken((2, 4)))

    assert [element.tag for element in shown.all() if "style" in element.attributes] == []


# Training loops of the learner's own


def test_a_loop_is_shown_by_the_losses_of_its_steps() -> None:
    shown = page(fits=(), loops=(own_loop(),)).one("loops")

    assert "200 steps" in shown.text
    assert "learning rate 0.001" in shown.text
    (curve,) = shown.of_class("curve")
    assert "loss by step" in next(curve.all("svg")).attributes["aria-label"]
    rows = [row.text for row in shown.all("tr")]
    assert rows[1:3] == ["1 1.9", "3 1.853"]
    assert len(rows) == 101


def test_a_loop_whose_losses_nobody_saw_is_told_by_its_steps() -> None:
    shown = page(fits=(), loops=(own_loop(losses=(), finished=False),)).one("loops")

    assert "The losses of its steps were not seen." in shown.text
    assert "did not come to its end" in shown.text
    assert not shown.of_class("curve")


def test_a_page_leads_to_loops_only_where_there_are_some() -> None:
    assert "#loops" in {link.attributes.get("href") for link in page(loops=(own_loop(),)).all("a")}
    assert "#loops" not in {link.attributes.get("href") for link in page().all("a")}
