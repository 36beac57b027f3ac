"""Datasets with numbers and lengths."""

from collections.abc import Callable

import pytest

from etude.diagnoses.catalogue import dataset_is_not_a_list
from etude.diagnoses.evidence import Evidence

pytestmark = pytest.mark.tensorflow

HEAD = "import tensorflow as tf\nnumbers = tf.data.Dataset.range(9)\n"


@pytest.mark.parametrize(
    ("use", "words"),
    [
        ("numbers.batch(3)[0]", "takes an element of a BatchDataset by its number"),
        ("numbers.batch(3)[0] = 1", "by its number"),
        ("len(numbers.filter(lambda v: v > 3))", "does not know how many"),
        ("len(numbers.repeat())", "has no end"),
    ],
)
def test_says_what_a_dataset_cannot_do(
    use: str, words: str, evidence_of: Callable[[str], Evidence]
) -> None:
    finding = dataset_is_not_a_list.match(evidence_of(f"{HEAD}{use}\n"))

    assert finding is not None
    assert finding.line == 3
    assert words in finding.evidence


def test_is_silent_on_other_things_without_numbers(evidence_of: Callable[[str], Evidence]) -> None:
    evidence = evidence_of(f"{HEAD}iter([1])[0]\n")

    assert evidence.errors
    assert dataset_is_not_a_list.match(evidence) is None
