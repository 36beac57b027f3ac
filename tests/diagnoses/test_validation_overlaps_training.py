"""Validation examples among the training examples, and why."""

from typing import Any

import pytest
from piped import fit, layers, network, pipeline, seen

from etude.diagnoses.catalogue import validation_overlaps_training
from etude.domain.observations import Call, Data

SPLITS = {"splits": {"shared": 20, "validation": 25, "shared_at_once": 20}}


def pair(training: str, validation: str, **parameters: Any) -> tuple[Data, Data]:
    return (
        pipeline(training, **parameters),
        pipeline(validation, role="validation data", **parameters),
    )


CUT = ("slices shuffle skip batch", "slices shuffle take batch")


def test_fires_at_the_shuffle_below_the_cut() -> None:
    finding = validation_overlaps_training.match(seen(*pair(*CUT)))

    assert finding is not None
    assert finding.line == 2
    assert "mixes them anew on every pass" in finding.evidence


def test_fires_on_what_fit_was_given() -> None:
    training, validation = (
        pipeline(CUT[0], role="fit"),
        pipeline(CUT[1], role="validation"),
    )
    evidence = seen(fits=[fit(network(*layers("Dense")), training, validation)])

    assert validation_overlaps_training.match(evidence) is not None


def test_fires_on_shuffled_file_lists() -> None:
    found = pair("list_files skip map batch", "list_files take map batch")

    assert validation_overlaps_training.match(seen(*found)) is not None


def test_quotes_the_overlap_that_was_seen() -> None:
    finding = validation_overlaps_training.match(seen(*pair(*CUT), refused=SPLITS))

    assert finding is not None
    assert finding.evidence.endswith(
        "20 of 25 validation examples (80%) are in the training data too"
    )


READERS = """training_data = keras.utils.image_dataset_from_directory(
    folder, validation_split=0.2, subset="training", seed=1)
validation_data = keras.utils.image_dataset_from_directory(
    folder, validation_split=0.2, subset="validation", seed={seed})
"""


def test_fires_at_the_second_of_two_seeds() -> None:
    finding = validation_overlaps_training.match(seen(program=READERS.format(seed=2)))

    assert finding is not None
    assert finding.line == 4
    assert "seed 1 and seed 2" in finding.evidence


@pytest.mark.parametrize("seed", ["1", "SEED"])
def test_is_silent_about_the_same_seed_or_an_unknown_one(seed: str) -> None:
    assert validation_overlaps_training.match(seen(program=READERS.format(seed=seed))) is None


def test_is_silent_about_two_experiments_with_a_seed_each() -> None:
    second = READERS.replace("seed=1", "seed={seed}")
    program = READERS.format(seed=1) + second.format(seed=2)

    assert validation_overlaps_training.match(seen(program=program)) is None


def test_is_silent_about_seeds_of_different_folders() -> None:
    program = READERS.format(seed=2).replace("folder", "other", 1)

    assert validation_overlaps_training.match(seen(program=program)) is None


def test_a_reader_of_everything_is_blamed_only_for_what_was_seen() -> None:
    program = "training_data = reader.image_dataset_from_directory(folder)\n"
    found = pair("slices batch", "slices batch")

    assert validation_overlaps_training.match(seen(*found, program=program)) is None
    finding = validation_overlaps_training.match(seen(*found, program=program, refused=SPLITS))
    assert finding is not None
    assert finding.line == 1


def test_an_overlap_without_a_known_cause_is_still_told() -> None:
    finding = validation_overlaps_training.match(
        seen(*pair("slices batch", "slices batch"), refused=SPLITS)
    )

    assert finding is not None
    assert finding.line == 2
    assert finding.evidence.startswith("20 of 25")


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(
            pair(*CUT, shuffle={"reshuffle_each_iteration": False}), id="one order for ever"
        ),
        pytest.param(pair("slices skip shuffle batch", "slices take batch"), id="cut first"),
        pytest.param(
            pair("slices shuffle cache skip batch", "slices shuffle cache take batch"), id="cached"
        ),
        pytest.param(pair("slices shuffle batch", "slices batch"), id="split in memory"),
        pytest.param(
            pair("slices shuffle take batch", "slices skip batch"), id="shuffled above the cut only"
        ),
        pytest.param(pair("slices shuffle batch", "slices shuffle batch"), id="not cut"),
    ],
)
def test_is_silent_when(found: tuple[Data, Data]) -> None:
    assert validation_overlaps_training.match(seen(*found)) is None


def read(subset: str, /, *, line: int, **given: Any) -> Call:
    """A reader of a folder as it was recorded."""
    told = {"directory": "pets", "shuffle": True, "seed": 1, "validation_split": 0.2}
    return Call(
        name="image_dataset_from_directory",
        line=line,
        arguments=told | {"subset": subset} | given,
    )


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"seed": 2}, "one shuffles with seed 1 and the other with seed 2"),
        ({"shuffle": False}, "one shuffles the files before it splits them"),
        ({"validation_split": 0.3}, "0.2 are held back and 0.3 are taken"),
    ],
)
def test_fires_on_readers_that_split_differently(given: dict[str, Any], words: str) -> None:
    calls = [read("training", line=3), read("validation", line=8, **given)]

    finding = validation_overlaps_training.match(seen(calls=calls))

    assert finding is not None
    assert finding.line == 8
    assert words in finding.evidence


def test_fires_when_the_training_part_is_read_for_validation_too() -> None:
    train, again = pipeline("slices batch", role="fit"), pipeline("zip", role="validation")
    calls = [read("training", line=7), read("training", line=1)]

    finding = validation_overlaps_training.match(
        seen(calls=calls, fits=[fit(network(), train, again)])
    )

    assert finding is not None
    assert "the same files" in finding.evidence


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({}, id="alike"),
        pytest.param({"validation_split": 0.1}, id="fewer taken than held back"),
        pytest.param({"directory": "other", "seed": 2}, id="another folder"),
        pytest.param({"subset": "training"}, id="the same part, for something else"),
    ],
)
def test_is_silent_on_readers_with(given: dict[str, Any]) -> None:
    calls = [read("training", line=3), read("validation", line=8, **given)]

    assert validation_overlaps_training.match(seen(calls=calls)) is None


def test_is_silent_on_other_seeds_when_nothing_is_shuffled() -> None:
    calls = [
        read("training", line=3, shuffle=False, seed=1),
        read("validation", line=8, shuffle=False, seed=2),
    ]

    assert validation_overlaps_training.match(seen(calls=calls)) is None
