"""A visit to the doctor as one HTML file."""

import base64
import math
import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from checkups import (
    FILE,
    NOT_PREFETCHED,
    SOFTMAX_TWICE,
    batches,
    branched_model,
    checkup,
    confusion,
    epochs,
    fit,
    healthy_checkup,
    listing,
    model,
    png,
    profile,
    raised_checkup,
    rich_checkup,
    train_data,
)
from page_reading import Element, read_page

from etude.domain.checkup import Checkup, End
from etude.domain.error import Error, ErrorFrame, Operand
from etude.domain.finding import Finding
from etude.domain.health import Health, LayerHealth
from etude.domain.listing import Listing, Part
from etude.domain.observations import Data, Layer, Stage, TensorSample
from etude.domain.seen import Batch, Confusion, Picture
from etude.render.html.page import checkup_page

NASTY = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>{{ 7 * 7 }}\x00\u202e"
ALL = [rich_checkup, healthy_checkup, raised_checkup, checkup]


def page(shown: Checkup) -> Element:
    return read_page(checkup_page(shown))


def nasty_checkup() -> Checkup:
    """A program whose every name and message is written to do harm."""
    finding = Finding(
        line=1, file=NASTY, diagnosis=NASTY, title=NASTY, evidence=NASTY, change=NASTY, why=NASTY,
        consequences=[NASTY],
    )  # fmt: skip
    frames = [ErrorFrame(file=NASTY, line=1, function=NASTY, text=NASTY)]
    layer = Layer(name=NASTY, kind=NASTY, config={"activation": NASTY}, calls=[[NASTY, NASTY]])
    data = Data(
        role=NASTY, kind="other", type=NASTY, stages=[Stage(op=NASTY, parameters={NASTY: NASTY})],
        sample=[TensorSample(path=NASTY, dtype=NASTY, shape=[1])],
    )  # fmt: skip
    fed = Layer(name=f"{NASTY} 2", kind=NASTY, calls=[[NASTY], [NASTY]], output_shape=[NASTY])
    named = model(name=NASTY, kind=NASTY, layers=[layer, fed])
    health = Health(layers=[LayerHealth(name=NASTY, kind=NASTY)], skipped=NASTY)
    picture = Picture(png=NASTY.encode(), label=NASTY, predicted=f"{NASTY} 2")
    classes = [NASTY, f"{NASTY} 2"]
    batch = Batch(
        role=NASTY, dtype=NASTY, pictures=[picture], texts=[NASTY], columns=[NASTY],
        rows=[[NASTY]], labels=[NASTY],
    )  # fmt: skip
    return checkup(
        target=NASTY, detail=NASTY, end=End.RAISED, findings=[finding], unseen=[NASTY],
        error=Error(type=NASTY, message=NASTY, frames=frames, raised_by=NASTY),
        fits=[fit(model=named, train=data, health=health, epochs=[{NASTY: 1.0}] * 2)],
        batches=[batch],
        confusion=Confusion(role=NASTY, labels=classes, counts=[[1, 1]] * 2, mistakes=[picture]),
        hidden=[Confusion(role="hidden", labels=classes, counts=[[1, 1]] * 2)],
        profile=replace(profile(), unmeasured=NASTY), listing=listing(NASTY, NASTY),
        versions={NASTY: NASTY},
    )  # fmt: skip


@pytest.mark.parametrize("made", [*ALL, nasty_checkup])
def test_the_file_needs_nothing_else_and_runs_nothing(made: Any) -> None:
    text = checkup_page(made())
    elements = list(read_page(text).all())

    tags = {element.tag for element in elements}
    assert not tags & {"script", "link", "iframe", "object", "embed", "base", "form", "use"}
    for element in elements:
        assert not [name for name in element.attributes if name.startswith("on")]
        assert element.attributes.get("src", "data:").startswith("data:image/png;base64,") or (
            element.tag != "img"
        )
        assert element.attributes.get("href", "#").startswith("#")
    (style,) = [element for element in elements if element.tag == "style"]
    assert not re.search(r"url\(|@import|https?:", style.text)


def test_a_browser_is_told_to_run_and_load_nothing() -> None:
    policies = [
        element.attributes["content"]
        for element in page(rich_checkup()).all("meta")
        if element.attributes.get("http-equiv") == "Content-Security-Policy"
    ]

    assert policies == ["default-src 'none'; style-src 'unsafe-inline'; img-src data:"]


def test_what_a_program_names_itself_is_shown_and_stays_text() -> None:
    text = checkup_page(nasty_checkup())

    assert "<script" not in text
    assert "<img src=x" not in text
    assert "{{ 7 * 7 }}" in text
    assert r"\x00\u202e" in text
    assert not set(text) & {"\x00", "\u202e"}
    assert "<script>alert(1)</script>" in read_page(text).text


@pytest.mark.parametrize("made", ALL)
def test_headings_begin_with_the_target_and_skip_no_level(made: Any) -> None:
    headings = list(page(made()).all("h1", "h2", "h3", "h4"))

    levels = [int(heading.tag[1]) for heading in headings]
    assert (headings[0].text, levels[0], levels.count(1)) == (FILE, 1, 1)
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_table_has_a_caption_and_every_heading_of_one_a_scope() -> None:
    tables = list(page(rich_checkup(models=[model(), branched_model()])).all("table"))

    assert len(tables) >= 6
    for table in tables:
        assert [caption.text for caption in table.all("caption")] != [""]
        assert {th.attributes.get("scope") for th in table.all("th")} <= {"row", "col"}


def test_every_link_leads_to_a_part_of_the_page_and_no_name_is_used_twice() -> None:
    shown = page(rich_checkup())

    names = [e.attributes["id"] for e in shown.all() if "id" in e.attributes]
    assert len(names) == len(set(names))
    assert {e.attributes["href"].removeprefix("#") for e in shown.all("a")} <= set(names)


def test_the_verdict_is_told_in_words_and_not_by_colour_alone() -> None:
    (ill,) = page(rich_checkup()).of_class("verdict")
    (raised,) = page(raised_checkup()).of_class("verdict")

    assert ill.text == "Found: 2 mistakes and 2 pieces of advice."
    assert raised.text == "Stopped with ValueError after 3.1 s."


@pytest.mark.parametrize(
    ("shown", "mood"),
    [
        (rich_checkup(), "bad"),
        (raised_checkup(), "bad"),
        (checkup(findings=[NOT_PREFETCHED]), "fair"),
        (checkup(end=End.INTERRUPTED), "fair"),
        (healthy_checkup(), "good"),
    ],
)
def test_the_colour_of_the_verdict_follows_what_was_found(shown: Checkup, mood: str) -> None:
    assert page(shown).of_class("top")[0].attributes["class"].split()[1] == mood


def test_a_finding_quotes_its_lines_with_the_one_that_is_meant_marked() -> None:
    first = page(rich_checkup()).of_class("finding")[0]

    assert [line.text for line in first.all("mark")] == [
        "loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)"
    ]
    for words in (
        "train.py:19", SOFTMAX_TWICE.title, SOFTMAX_TWICE.evidence, SOFTMAX_TWICE.why,
        SOFTMAX_TWICE.change, "trained_too_short", "etude explain softmax_with_from_logits",
        "it runs and the result is wrong",
    ):  # fmt: skip
        assert words in first.text


def test_the_indentation_of_quoted_code_is_kept() -> None:
    source = "def f():\n    if x:\n        return 1\n"
    finding = replace(SOFTMAX_TWICE, line=3)

    text = checkup_page(checkup(findings=[finding], listing=listing(FILE, source)))

    assert "<mark>        return 1</mark>\n" in text


def test_an_exception_shows_the_frames_of_the_person_innermost_first() -> None:
    section = page(raised_checkup()).one("exception")

    assert [e.text for e in section.all("figcaption")] == ["train.py:8", "train.py:21"]
    assert "Dimensions must be equal" in section.text


def test_what_went_into_the_line_stands_below_it_and_stays_text() -> None:
    operands = [
        Operand(name="frame", type="ndarray", dtype="float32", shape=[28, 28, 3]),
        Operand(name=NASTY, type="str", value=NASTY),
    ]
    error = Error(
        type="ValueError",
        message="bad shape",
        frames=[ErrorFrame(file=FILE, line=8, function="load")],
        operands=operands,
    )

    section = page(raised_checkup(error=error)).one("exception")

    assert next(section.all("li")).text == "frame ndarray float32 (28, 28, 3)"
    assert "<script>alert(1)" in section.text


def test_each_measure_of_a_training_is_a_curve_of_its_own() -> None:
    charts = page(rich_checkup()).of_class("curve")

    assert [chart.of_class("name")[0].text for chart in charts] == [
        "loss", "accuracy", "learning_rate",
    ]  # fmt: skip
    assert [len(chart.of_class("series")) for chart in charts] == [2, 2, 1]
    (plot,) = charts[0].of_class("plot")
    assert plot.attributes["role"] == "img"
    assert "training goes from 2.02 to 0.2415" in plot.attributes["aria-label"]


def test_every_number_of_the_curves_stands_in_a_table_and_at_its_point() -> None:
    shown = page(rich_checkup())

    (table,) = [e for e in shown.all("table") if "Numbers of training 1" in e.text]
    cells = [cell.text for cell in table.all("td")]
    titles = [e.text for e in shown.all("title")]
    for number, logs in enumerate(epochs(12), start=1):
        for value in logs.values():
            assert f"{value:.4g}" in cells
        assert f"epoch {number}: validation {logs['val_loss']:.4g}" in titles


def test_losses_that_are_no_numbers_break_the_curve_and_are_marked() -> None:
    logs = epochs(6)
    logs[2]["loss"], logs[3]["loss"] = math.nan, math.inf

    shown = page(checkup(fits=[fit(epochs=logs)]))

    assert [e.text for e in shown.of_class("broken")] == [
        "epoch 3: training nan", "epoch 4: training inf",
    ]  # fmt: skip
    assert shown.of_class("series")[0].attributes["d"].count("M") == 2


def test_a_single_epoch_is_told_in_numbers_without_a_curve() -> None:
    shown = page(checkup(fits=[fit(epochs=epochs(1))]))

    assert shown.of_class("curve") == []
    assert "open" in shown.of_class("numbers")[0].attributes


def test_a_training_without_an_epoch_says_so() -> None:
    section = page(checkup(fits=[fit(epochs=[], finished=False)])).one("trainings")

    assert "No epoch came to its end." in section.text
    assert "0 of 12 epochs" in section.text


def test_a_long_training_keeps_the_page_small() -> None:
    logs = [{"loss": 1 / (n + 1), "val_loss": 2 / (n + 1)} for n in range(5000)]

    text = checkup_page(checkup(fits=[fit(epochs=logs)]))

    assert len(text) < 500_000
    assert "every 10th epoch" in text


def test_of_very_many_trainings_the_first_ones_and_the_last_are_shown() -> None:
    fits = [fit(index=number, epochs=epochs(2)) for number in range(50)]

    section = page(checkup(fits=fits)).one("trainings")

    headings = [heading.text for heading in section.all("h3")]
    assert (len(headings), headings[-1]) == (20, "Training 50, line 21")
    assert "30 trainings before the last one not shown." in section.text


def test_how_the_layers_fared_stands_below_their_training() -> None:
    section = page(rich_checkup()).one("trainings")

    (table,) = section.of_class("health")
    rows = [[cell.text for cell in row.children] for row in table.all("tr")]
    assert rows[1] == ["edges Conv2D, line 13", "21.0%", "0.00022", "25%"]
    assert "32 examples" in table.text


def test_a_layer_whose_weights_are_no_numbers_is_marked_and_said() -> None:
    layers = [
        LayerHealth(name="a", kind="Dense", nan=7, change=math.nan),
        LayerHealth(name="b", kind="Dense"),
    ]

    shown = page(checkup(fits=[fit(health=Health(layers=layers, examples=8))]))

    (ill,) = shown.of_class("ill")
    assert "7 weights are NaN or infinite" in ill.text
    assert "nan" in ill.text.split()


def test_pictures_are_in_the_file_with_their_labels() -> None:
    section = page(rich_checkup()).one("batches")

    first = next(section.all("img"))
    assert first.attributes["src"].endswith(base64.b64encode(png(0)).decode())
    assert first.attributes["alt"] == "example labelled T-shirt"
    assert "uint8 (64, 28, 28, 1)" in section.text
    assert "values between 0 and 255" in section.text


def test_confusions_are_counted_by_true_class_and_decided_class() -> None:
    section = page(rich_checkup()).one("decisions")

    (table,) = section.of_class("matrix")
    rows = [[cell.text for cell in row.children] for row in table.all("tr")]
    assert rows[3] == ["pullover", "3", "0", "71", "2", "24", "0", "71%"]
    assert "518 of 600 examples decided rightly (validation data)" in section.text
    assert "taken for coat" in section.text


def test_too_many_classes_for_a_table_are_told_by_their_most_frequent_mistakes() -> None:
    counts = [[50 if row == column else 0 for column in range(100)] for row in range(100)]
    counts[7][9] = 12
    labels = [f"class {number}" for number in range(100)]

    shown = page(checkup(confusion=Confusion(role="fit", labels=labels, counts=counts)))

    assert shown.of_class("matrix") == []
    (pairs,) = shown.of_class("pairs")
    assert [cell.text for cell in list(pairs.all("tr"))[1].children] == [
        "class 7", "class 9", "12",
    ]  # fmt: skip


def test_a_model_is_a_table_of_layers_with_shapes_and_parameters() -> None:
    section = page(rich_checkup()).one("models")

    rows = [[cell.text for cell in row.children] for row in section.all("tr")]
    assert rows[2] == ["edges", "Conv2D relu", "(None, 26, 26, 16)", "160", "line 13"]
    assert "loss sparse_categorical_crossentropy (from_logits=True)" in section.text


def test_the_branches_of_a_model_are_told_and_layers_inside_follow_theirs() -> None:
    section = page(checkup(models=[branched_model()])).one("models")

    assert "2 inputs: picture and row" in section.text
    assert "picture and row meet in both" in section.text
    names = [row.children[0].text for row in section.all("tr")]
    assert names.index("deep") == names.index("inside") + 1
    assert "picture, row" in [cell.text for cell in section.all("td")]


def test_a_pipeline_is_a_row_of_stages_with_lines_and_times() -> None:
    section = page(rich_checkup()).one("data")

    measured, training, validation = section.of_class("stages")
    assert [box.text for box in measured.all("li")][1] == "map 51.0 µs per example, 82 % line 8"
    assert [box.text for box in training.all("li")][2] == "batch batch_size=64 line 9"
    assert len(list(validation.all("li"))) == 2
    assert "parallel map: 16,100 → 29,800 examples per second, 1.9 times as fast" in section.text


def test_parts_of_which_nothing_is_known_are_left_out() -> None:
    shown = page(checkup())

    assert [e.attributes["id"] for e in shown.all("section")] == []
    assert "étude 0.1.0" in shown.text


def test_unseen_things_and_versions_are_told() -> None:
    shown = page(rich_checkup())

    assert "tf.py_function in line 8" in shown.one("unseen").text
    assert "TensorFlow 2.21.0" in next(shown.all("footer")).text


def test_a_batch_that_is_no_picture_is_told_in_numbers() -> None:
    section = page(checkup(batches=batches()[1:])).one("batches")

    assert "values between -2.5 and 3.25" in section.text
    assert list(section.all("img")) == []


def test_data_that_several_trainings_read_are_shown_once() -> None:
    shown = page(checkup(fits=[fit(), fit(index=1)], data=[train_data()]))

    assert len(shown.one("data").of_class("stages")) == 2


def test_a_class_without_examples_has_no_share() -> None:
    two = Confusion(role="fit", labels=["a", "b"], counts=[[3, 1], [0, 0]])

    (table,) = page(checkup(confusion=two)).of_class("matrix")

    assert [share.text for share in table.of_class("share")] == ["right", "75%", ""]


def test_the_record_of_a_confusion_counts_what_was_right() -> None:
    assert (confusion().right, confusion().examples) == (518, 600)


def test_code_between_backticks_is_set_as_code() -> None:
    finding = replace(SOFTMAX_TWICE, why="Call `fit(<x>)` once, not a` b")

    (why,) = [e for e in page(checkup(findings=[finding])).all("dd") if "Call" in e.text]

    assert why.text == "Call fit(<x>) once, not a` b"
    assert [code.text for code in why.all("code")] == ["fit(<x>)"]


def test_a_learning_rate_that_stays_is_told_in_a_word() -> None:
    logs = [logs | {"learning_rate": 0.001} for logs in epochs(3)]

    section = page(checkup(fits=[fit(epochs=logs)])).one("trainings")

    assert [name.text for name in section.of_class("name")] == ["loss", "accuracy"]
    assert "learning rate 0.001" in section.text


def test_of_a_stage_only_what_the_person_set_is_told() -> None:
    parameters = {
        "buffer_size": 100, "reshuffle_each_iteration": True, "seed": 0, "name": None,
        "label_runs": 9,
    }  # fmt: skip
    stages = [Stage(op="shuffle", parameters=parameters)]

    shown = page(checkup(data=[Data(role="fit", kind="dataset", stages=stages)]))

    assert [box.text for box in shown.of_class("settings")] == ["buffer_size=100, seed=0"]


def test_a_size_that_tensorflow_chooses_is_called_by_its_name() -> None:
    stages = [
        Stage(op="map", parameters={"num_parallel_calls": -1}),
        Stage(op="prefetch", parameters={"buffer_size": -1}),
        Stage(op="take", parameters={"count": -1}),
    ]

    shown = page(checkup(data=[Data(role="fit", kind="dataset", stages=stages)]))

    told = [box.text for box in shown.of_class("settings")]
    assert told == ["num_parallel_calls=AUTOTUNE", "buffer_size=AUTOTUNE", "count=-1"]


def test_arrays_are_counted_in_examples() -> None:
    arrays = Data(role="fit", kind="arrays", cardinality=256)

    assert "256 examples" in page(checkup(data=[arrays])).one("data").text


def test_lines_of_several_files_are_told_with_their_file() -> None:
    parts = [
        Part(name="train.py", first=1, text="\n" * 9),
        Part(name="nets.py", first=11, text="\n" * 99),
    ]

    text = checkup_page(rich_checkup(listing=Listing(parts)))

    assert "Training 1, nets.py:" in text
    assert ", line " not in text
