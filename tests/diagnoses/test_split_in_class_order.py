"""Folders of classes that are split in the order of their files."""

from typing import Any

import pytest
from described import evidence

from etude.diagnoses.catalogue import split_in_class_order
from etude.domain.observations import Call

PROGRAM = """\
learnt = keras.utils.image_dataset_from_directory(
    "pets", validation_split=0.2, subset="training",
    shuffle=False)
kept = keras.utils.image_dataset_from_directory("pets", validation_split=0.2, subset="validation")
"""


def read(line: int, **given: Any) -> Call:
    usual = {"directory": "pets", "class_names": ["cat", "dog"], "validation_split": 0.2}
    arguments = usual | {"shuffle": False} | given
    return Call(name="image_dataset_from_directory", line=line, arguments=arguments)


def test_points_at_the_argument_that_leaves_the_files_in_order() -> None:
    finding = split_in_class_order.match(evidence(calls=[read(1), read(4)], program=PROGRAM))

    assert finding is not None
    assert finding.line == 3
    assert "the files of 2 classes, from cat to dog" in finding.evidence


@pytest.mark.parametrize(
    "calls",
    [
        [read(1, shuffle=True), read(4, shuffle=True)],
        [read(1, shuffle=True), read(4)],
        [read(1, validation_split=None)],
        [read(1, class_names=["cat"])],
    ],
    ids=["both shuffle", "one shuffles", "no split", "one class"],
)
def test_is_silent(calls: list[Call]) -> None:
    assert split_in_class_order.match(evidence(calls=calls, program=PROGRAM)) is None
