"""Folders that hold something else than they are read for."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import folder_holds_other_pictures as diagnosis


@pytest.mark.parametrize(
    ("arguments", "message", "seen", "change"),
    [
        (
            "'pets'",
            "No images found in directory pets. Allowed formats: ('.jpg', '.png')",
            "pets holds no images",
            'Path("pets")',
        ),
        (
            "'pets', validation_split=0.01",
            "No validation images found in directory pets. Allowed formats: ('.jpg',)",
            "no validation images",
            "another share",
        ),
        (
            "'pets', label_mode='binary'",
            'When passing `label_mode="binary"`, there must be exactly 2 class_names. '
            "Received: class_names=['a', 'b', 'c']",
            "holds 3",
            "3 outputs",
        ),
        (
            "'pets', class_names=['cats']",
            "The `class_names` passed did not match the names of the subdirectories. "
            "Expected: ['cat'], but received: class_names=['cats']",
            "called ['cat']",
            "class_names=['cat']",
        ),
        (
            "'pets', labels=[0, 1, 0]",
            "len(labels) is 3 while we found 2 files in directory pets.",
            "3 labels, and 2 files",
            "one label for each file",
        ),
    ],
)
def test_what_is_there_is_told(arguments: str, message: str, seen: str, change: str) -> None:
    program = f"\n\nds = image_dataset_from_directory({arguments})\n"

    finding = diagnosis.match(failed(program, message))

    assert finding is not None
    assert finding.line == 3
    assert seen in finding.evidence
    assert change in finding.change


def test_is_silent_on_other_errors() -> None:
    assert diagnosis.match(failed("\n\nf()\n", "No layers found")) is None
