"""Labels are the places of the class folders, seen on the pictures themselves."""

import pytest

from etude.checks.class_labels import ClassLabels
from etude.checks.values import Call, Folder
from etude.domain.verdict import Status
from tests.checks.conftest import Probe

FOLDER = Folder(name="clip_art", classes=("bug", "fruit"))
LOAD = Call(function="load", args=(FOLDER,))
CHECK = ClassLabels(of=[LOAD], folder=FOLDER)


def facts(*seen, looked_for=4):
    names = [{"class": c, "file": f"{c}.jpg", "label": label} for c, label in seen]
    return {"classes": ["bug", "fruit"], "looked_for": looked_for, "seen": names}


def test_labels_in_alphabetical_order_pass():
    assert CHECK.judge(facts(("bug", 0), ("fruit", 1))).status is Status.PASSED


def test_a_wrong_label_is_shown_with_its_file():
    verdict = CHECK.judge(facts(("bug", 1), ("fruit", 0)))

    assert verdict.expected == "0 bug, 1 fruit"
    assert verdict.received == "label 1 for bug/bug.jpg, and 1 more like it"


def test_pictures_that_cannot_be_found_are_counted():
    verdict = CHECK.judge(facts(("bug", 0), looked_for=12))

    assert verdict.received == "1 of 12 known pictures found again"


HEAD = """import os
import tensorflow as tf
from tensorflow import keras

def load(folder, **options):
    data = keras.utils.image_dataset_from_directory(folder, image_size=(96, 96), **options)
    return data.map(lambda x, y: (x / 255, y))
"""


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    "options",
    [
        {},
        {"crop_to_aspect_ratio": True},
        {"pad_to_aspect_ratio": True},
        {"color_mode": "grayscale"},
        {"interpolation": "nearest"},
        {"label_mode": "categorical"},
    ],
)
def test_pictures_are_found_however_they_were_resized(probe: Probe, options):
    call = Call(function="load", args=(FOLDER,), kwargs=options)
    check = ClassLabels(of=[call], folder=FOLDER)

    seen = probe(check, HEAD, data=("clip_art",))

    assert len(seen["seen"]) >= 0.75 * seen["looked_for"]
    assert check.judge(seen).status is Status.PASSED


@pytest.mark.tensorflow
def test_labels_in_another_order_are_seen(probe: Probe):
    call = Call(function="load", args=(FOLDER,), kwargs={"class_names": ["fruit", "bug"]})
    check = ClassLabels(of=[call], folder=FOLDER)

    verdict = check.judge(probe(check, HEAD, data=("clip_art",)))

    assert verdict.received.startswith("label 1 for bug/")


@pytest.mark.tensorflow
def test_labels_shuffled_apart_from_pictures_are_seen(probe: Probe):
    program = HEAD.replace("lambda x, y: (x / 255, y)", "lambda x, y: (x, tf.random.shuffle(y))")

    assert CHECK.judge(probe(CHECK, program, data=("clip_art",))).status is Status.FAILED
