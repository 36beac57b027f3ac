"""A limit that is just the number of words, and one that most words fall under."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import most_words_unknown as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Call

PROGRAM = "vectorize = TextVectorization(max_tokens=limit)\nvectorize.adapt(texts)\n"


def adapted(**seen: float) -> Evidence:
    call = Call(name="unknown words", line=2, arguments=seen)
    return evidence(program=PROGRAM, calls=[call])


@pytest.mark.parametrize(("known", "share"), [(10, 0.2), (11, 0.1)])
def test_padding_and_the_unknown_word_are_counted_too(known: int, share: float) -> None:
    finding = diagnosis.match(adapted(share=share, known=known, words=10, reserved=2))

    assert finding is not None
    assert finding.line == 1
    assert "two of them for padding and for unknown words" in finding.evidence
    assert finding.change == "max_tokens=12 for 10 words"


@pytest.mark.parametrize(
    "seen",
    [
        {"share": 0.0, "known": 12, "words": 10, "reserved": 2},
        {"share": 0.001, "known": 4000, "words": 4000, "reserved": 2},
        {"share": 0.3, "known": 1000, "words": 9000, "reserved": 2},
        {"share": 0.3, "known": 1000, "words": 0, "reserved": 2},
    ],
    ids=["room for all", "two of thousands", "the most frequent ones", "too many to count"],
)
def test_is_silent_with(seen: dict[str, float]) -> None:
    assert diagnosis.match(adapted(**seen)) is None


def test_most_words_unknown_is_told_whatever_their_number() -> None:
    finding = diagnosis.match(adapted(share=0.6, known=50, words=900, reserved=2))

    assert finding is not None
    assert "leave max_tokens out" in finding.change
