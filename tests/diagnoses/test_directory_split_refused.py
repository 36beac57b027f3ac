"""Readers of folders that cannot split."""

from collections.abc import Callable

import pytest

from etude.diagnoses.catalogue import directory_split_refused
from etude.diagnoses.evidence import Evidence

pytestmark = pytest.mark.tensorflow

HEAD = """import os
import keras
os.makedirs("pets/cat")
for i in range(5):
    open(f"pets/cat/{i}.png", "wb").close()
data = keras.utils.image_dataset_from_directory("pets", """


@pytest.mark.parametrize(
    ("arguments", "words", "change"),
    [
        ("validation_split=0.2, subset='both'", "has no seed", "seed=1"),
        ("validation_split=0.2, seed=1", "not told which part", "subset="),
        ("subset='training', seed=1", 'subset="training" of no split', "validation_split=0.2"),
        ("subset='training', seed=1, validation_split=20", "no share between 0 and 1", "0.2"),
        ("subset='train', seed=1, validation_split=0.2", 'subset="train"', "training"),
    ],
)
def test_says_what_is_missing(
    arguments: str, words: str, change: str, evidence_of: Callable[[str], Evidence]
) -> None:
    finding = directory_split_refused.match(evidence_of(f"{HEAD}{arguments})\n"))

    assert finding is not None
    assert finding.line == 6
    assert words in finding.evidence
    assert change in finding.change


def test_is_silent_on_another_refusal(evidence_of: Callable[[str], Evidence]) -> None:
    evidence = evidence_of(f"{HEAD}label_mode='many')\n")

    assert evidence.errors
    assert directory_split_refused.match(evidence) is None
