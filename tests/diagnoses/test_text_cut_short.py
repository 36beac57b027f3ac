"""Lengths that hold a small part of the usual text."""

import pytest
from described import evidence
from trained import adapted

from etude.diagnoses.catalogue import text_cut_short

PROGRAM = "words = TextVectorization(\n    output_sequence_length=10,\n)\nwords.adapt(texts)\n"


def test_fires_at_the_length_and_tells_both() -> None:
    call = adapted("TextVectorization", length=10, words=[4, 60, 200])

    finding = text_cut_short.match(evidence(calls=[call], program=PROGRAM))

    assert finding is not None
    assert finding.line == 2
    assert "10 words of each text are kept; the middle one of the texts has 60" in finding.evidence


@pytest.mark.parametrize(
    "seen",
    [
        {"length": 60, "words": [4, 60, 200]},
        {"length": 30, "words": [4, 60, 200]},
        {"words": [4, 60, 200]},
        {"length": 10},
    ],
    ids=["the usual text", "half of it", "no length", "lengths unknown"],
)
def test_is_silent_on(seen: dict[str, object]) -> None:
    call = adapted("TextVectorization", **seen)

    assert text_cut_short.match(evidence(calls=[call], program=PROGRAM)) is None
