"""Folders that were taken for classes."""

from typing import Any

import pytest
from piped import fit, network, seen

from etude.diagnoses.catalogue import folders_are_not_classes
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Call, Data, TensorSample


def read(*names: str, labels: Any = None) -> Evidence:
    given = {"directory": "pets", "class_names": list(names)}
    call = Call(name="image_dataset_from_directory", line=3, arguments=given)
    part = TensorSample(path="1", dtype="int32", shape=[8], distinct=labels)
    fits = [fit(network(), Data(role="fit", kind="dataset", sample=[part]))] if labels else []
    return seen(calls=[call], fits=fits)


@pytest.mark.parametrize(
    ("evidence", "words"),
    [
        (read("test", "train"), '"test" and "train": these are splits'),
        (read("Train", "Validation", "test"), "these are splits"),
        (read("__MACOSX", "cat", "dog"), "__MACOSX is no class"),
        (read("pets", labels=[0]), '"pets": a single class'),
    ],
)
def test_says_what_they_are(evidence: Evidence, words: str) -> None:
    finding = folders_are_not_classes.match(evidence)

    assert finding is not None
    assert finding.line == 3
    assert words in finding.evidence


def test_says_which_folder_to_remove_and_which_classes_to_name() -> None:
    finding = folders_are_not_classes.match(read(".ipynb_checkpoints", "cat", "dog"))

    assert finding is not None
    assert finding.change == (
        "remove the folder .ipynb_checkpoints, or name the classes: class_names=['cat', 'dog']"
    )


@pytest.mark.parametrize(
    "evidence",
    [
        pytest.param(read("cat", "dog"), id="classes"),
        pytest.param(read("test", "exam"), id="one of them is a class like others"),
        pytest.param(read("faces"), id="pictures without labels"),
        pytest.param(read(), id="no classes asked for"),
    ],
)
def test_is_silent_on(evidence: Evidence) -> None:
    assert folders_are_not_classes.match(evidence) is None
