"""What there is to see of a run, from its facts."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
from scenes import Says, Scene

from etude.checks.hidden_metric import HiddenMetric
from etude.diagnoses.evidence import gather
from etude.diagnoses.source import Source
from etude.domain.seen import Seen
from etude.grading.seen import seen_if_sound, seen_of

Frame = Mapping[str, Any]
MODEL = {"key": "1", "kind": "sequential"}
DATA = {"role": "fit", "kind": "arrays"}
FIT: Frame = {"kind": "fit", "index": 0, "model": MODEL, "train": DATA}
PIXELS = np.zeros((2, 8, 8, 1), dtype=np.uint8)
FOLDER: Frame = {
    "kind": "call", "name": "image_dataset_from_directory",
    "arguments": {"class_names": ["cat", "dog"]},
}  # fmt: skip


def seen(*frames: Frame) -> Seen:
    return seen_of(frames, gather(frames, Source("a.py", "x = 1\n")))


def test_epochs_are_seen_while_the_training_goes_on() -> None:
    epoch = {"kind": "epoch", "fit": 0, "epoch": 0, "logs": {"loss": 2.0}}

    (fit,) = seen(FIT, epoch).fits

    assert (fit.series("loss"), fit.finished) == ([2.0], False)


def test_pictures_are_called_by_the_names_of_their_folders() -> None:
    batch = {"kind": "batch", "role": "fit", "pictures": PIXELS, "labels": [1, 0]}

    (shown,) = seen(FOLDER, batch).batches

    assert [picture.label for picture in shown.pictures] == ["dog", "cat"]
    assert all(picture.png.startswith(b"\x89PNG") for picture in shown.pictures)


def test_of_several_looks_at_the_same_data_the_last_one_counts() -> None:
    first = {"kind": "batch", "role": "fit", "low": 0.0, "high": 255.0}
    second = {"kind": "batch", "role": "fit", "low": 0.0, "high": 1.0}

    (shown,) = seen(first, second).batches

    assert shown.high == 1.0


def test_mistakes_are_named_by_their_classes() -> None:
    decided = {
        "kind": "decisions", "role": "validation", "counts": [[3, 1], [1, 4]],
        "mistakes": PIXELS, "mistaken": [[0, 1], [1, 0]],
    }  # fmt: skip

    confusion = seen(FOLDER, decided).confusion

    assert confusion is not None
    assert (confusion.examples, confusion.right) == (9, 7)
    named = [(picture.label, picture.predicted) for picture in confusion.mistakes]
    assert named == [("cat", "dog"), ("dog", "cat")]


@pytest.mark.parametrize(
    ("shuffled", "in_time"), [([], True), ([{"op": "shuffle"}], False)], ids=["as it is", "mixed"]
)
def test_a_forecast_runs_in_time_only_where_windows_keep_their_order(
    shuffled: list[Frame], in_time: bool
) -> None:
    windows = {"size": 12, "stride": 1}
    data = {**DATA, "role": "validation", "windows": windows, "stages": shuffled}
    told = {"kind": "forecast", "role": "validation", "truth": [1, 2], "answers": [1.5, 2.5]}

    forecast = seen({**FIT, "validation": data}, told).forecast

    assert forecast is not None
    assert forecast.in_time is in_time


FORGED: list[Frame] = [
    {"kind": "batch"},
    {"kind": "batch", "role": "fit", "pictures": "many"},
    {"kind": "batch", "role": "fit", "pictures": np.zeros((1, 4000, 4000, 3), np.uint8)},
    {"kind": "batch", "role": "fit", "rows": 7},
    {"kind": "decisions", "role": "fit", "counts": [[1]], "mistaken": [[5, 6]]},
    {"kind": "decisions", "role": "fit", "counts": None},
    {"kind": "forecast", "role": "fit", "truth": ["x"], "answers": [1]},
    {"kind": "words", "role": "fit", "classes": 2, "texts": 7},
    {"kind": "words", "role": "hidden", "classes": 2, "texts": []},
    {"kind": "words", "role": "fit", "classes": 2, "texts": [{"words": ["a"]}]},
    {
        "kind": "words",
        "role": "fit",
        "classes": 2,
        "texts": [
            {"label": 0, "decided": 0, "sure": 1, "words": ["a"], "weights": [], "left_out": 0}
        ],
    },
]


@pytest.mark.parametrize("forged", FORGED)
def test_what_no_recorder_of_ours_writes_shows_nothing(forged: Frame) -> None:
    evidence = gather([FIT], Source("a.py", "x = 1\n"))

    assert seen_if_sound([FIT, forged], evidence) is None


def test_a_graded_submission_brings_what_was_seen(scene: Scene) -> None:
    scene.more = [FIT]

    graded = scene.says("first", right=False).grade_and_show(Says(name="first"))

    assert graded.seen is not None
    assert len(graded.seen.fits) == 1
    assert graded.seen.hidden == []


def test_of_hidden_examples_there_are_counts_alone() -> None:
    check = HiddenMetric(name="good", artifact="model.keras", hidden="secret", bar=0.9)
    outputs = np.array([[0.9, 0.1], [0.2, 0.8], [0.6, 0.4]], dtype=np.float32)
    facts = {
        "outputs": outputs,
        "labels": np.array([0, 1, 1]),
        "classes": np.array(["cat", "dog"]),
    }
    evidence = gather([FIT], Source("a.py", "x = 1\n"), verdicts=[check.judge(facts)])

    (counts,) = seen_of([FIT], evidence).hidden

    assert (counts.role, list(counts.labels)) == ("hidden", ["cat", "dog"])
    assert counts.counts == [[1, 0], [1, 1]]
    assert counts.mistakes == ()


def test_outputs_that_fit_no_classes_give_no_counts() -> None:
    check = HiddenMetric(name="good", artifact="model.keras", hidden="secret", bar=0.9)
    verdict = check.judge({"outputs": np.ones(7), "labels": np.array([0, 1])})
    evidence = gather([FIT], Source("a.py", "x = 1\n"), verdicts=[verdict])

    assert seen_of([FIT], evidence).hidden == []


def weighed(**fields: Any) -> dict[str, Any]:
    told = {"label": 1, "decided": 0, "sure": 0.8, "words": ["good", "film"]}
    return {**told, "weights": [-0.3, 0.1], "left_out": 0, **fields}


def test_words_keep_their_weights_and_classes_their_names() -> None:
    told = {"kind": "words", "role": "validation", "classes": 2, "texts": [weighed()]}

    words = seen(FOLDER, told).words

    assert words is not None
    (text,) = words.texts
    assert (text.label, text.decided, text.sure) == ("dog", "cat", 0.8)
    assert [(word.text, word.weight) for word in text.words] == [("good", -0.3), ("film", 0.1)]


def test_names_for_another_number_of_classes_are_not_used_for_words() -> None:
    told = {"kind": "words", "role": "fit", "classes": 3, "texts": [weighed()]}

    words = seen(FOLDER, told).words

    assert words is not None
    assert words.texts[0].label == "1"


def test_words_that_fill_the_page_are_cut_off() -> None:
    many = weighed(words=["x" * 9000] * 500, weights=[0.1] * 500)
    told = {"kind": "words", "role": "fit", "classes": 2, "texts": [many] * 50}

    words = seen(told).words

    assert words is not None
    assert len(words.texts) == 6
    assert len(words.texts[0].words) == 60
    assert len(words.texts[0].words[0].text) == 300
