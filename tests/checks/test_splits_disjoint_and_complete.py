"""Splits share nothing and leave nothing out, in the next epoch either."""

import pytest

from etude.checks.passes import Pass
from etude.checks.splits_disjoint_and_complete import SplitsDisjointAndComplete, split_facts
from etude.checks.values import Arrays, Call, Folder, Name
from etude.domain.verdict import Status
from tests.checks.conftest import Probe

LOAD = Call(function="load")
TRAINING, VALIDATION = LOAD.pick(0, "training data"), LOAD.pick(1, "validation data")
CHECK = SplitsDisjointAndComplete(
    training=TRAINING, validation=VALIDATION, source=Arrays(shape=(10,)), things="pictures"
)


def judged(training, validation, given=10):
    passes = [[Pass(prints=list(prints)) for prints in split] for split in (training, validation)]
    return CHECK.judge({"splits": split_facts(*passes, given=given)})


EIGHT, TWO = range(8), range(8, 10)


def test_disjoint_and_complete_splits_pass():
    assert judged([EIGHT, EIGHT], [TWO, TWO]).status is Status.PASSED


def test_an_overlap_is_quoted_as_a_share():
    verdict = judged([range(9), range(9)], [TWO, TWO])

    assert (
        verdict.received == "1 of the 2 pictures in validation data (50%) are in training data too"
    )


def test_an_overlap_in_the_next_epoch_only_is_found():
    verdict = judged([EIGHT, range(2, 10)], [TWO, [0, 1]])

    assert verdict.received.endswith("(100%) are in training data too in the next epoch")
    assert verdict.attempt == "split first, then shuffle only the training part"


def test_missing_examples_are_counted():
    verdict = judged([range(7), range(7)], [TWO, TWO])

    assert verdict.expected == "all 10 pictures in one of the two"
    assert verdict.received == "7 + 2 = 9"


def test_repeated_examples_are_counted():
    verdict = judged([[*EIGHT, *EIGHT], EIGHT], [TWO, TWO])

    assert verdict.received == "8 of them more than once"


def test_twins_in_the_source_are_nobodys_fault():
    assert judged([[0, 0, *range(2, 8)], []], [TWO, TWO]).status is Status.PASSED


def test_an_empty_split_is_named():
    assert judged([EIGHT, EIGHT], [[], []]).received == ("8 in training data, 0 in validation data")


def test_without_a_source_nothing_can_be_missing():
    assert judged([range(3), range(3)], [TWO, TWO], given=None).status is Status.PASSED


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("first", "status"),
    [
        ("", Status.PASSED),
        (".shuffle(10)", Status.FAILED),
        (".shuffle(10, seed=1)", Status.FAILED),
        (".shuffle(10, reshuffle_each_iteration=False)", Status.PASSED),
    ],
)
def test_live_splits_are_told_apart(probe: Probe, first, status):
    program = (
        "import tensorflow as tf\n"
        "def load():\n"
        f"    data = tf.data.Dataset.range(10){first}\n"
        "    return data.skip(2).shuffle(8).batch(3), data.take(2).batch(3)\n"
    )

    assert CHECK.judge(probe(CHECK, program)).status is status


@pytest.mark.tensorflow
def test_files_of_a_folder_are_counted(probe: Probe):
    folder = Folder(name="clip_art", classes=("bird", "bug"))
    call = Call(function="load", args=(folder,))
    check = SplitsDisjointAndComplete(
        training=call.pick(0, "training data"),
        validation=call.pick(1, "validation data"),
        source=folder,
    )
    program = (
        "from tensorflow import keras\n"
        "def load(folder):\n"
        "    return keras.utils.image_dataset_from_directory(\n"
        "        folder, image_size=(24, 24), validation_split=0.5, subset='both', seed=0)\n"
    )

    seen = probe(check, program, data=("clip_art",))

    assert seen["splits"]["given"] == seen["splits"]["together"] > 50
    assert check.judge(seen).status is Status.PASSED


@pytest.mark.tensorflow
def test_a_source_that_is_nothing_is_the_learners_fault(probe: Probe):
    check = SplitsDisjointAndComplete(
        training=Name(name="data"), validation=Name(name="data"), source=Name(name="data")
    )

    verdict = check.judge(probe(check, "data = None\n"))

    assert verdict.received == "0 in data, 0 in data"
