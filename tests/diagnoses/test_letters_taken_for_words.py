"""Programs that look up the letters of a text where they mean its words."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, integers, layer, model, numbers

from etude.diagnoses.catalogue import letters_taken_for_words
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Fit

LOOP = """\
for sentence in texts:
    for word in sentence:
        row.append(known[word] if word in known else 0)
"""
FUNCTION = """\
def encode(text):
    return [known.get(word, 0) for word in text]
"""


def trained(low: float, high: float, rows: int = 50, count: int = 12) -> Fit:
    of = model(layer("Embedding", input_dim=rows), dense(1), loss="binary_crossentropy")
    of = replace(of, layers=[replace(of.layers[0], calls=[["start"]]), *of.layers[1:]])
    seen = fit(of, labels=integers(0, 1))
    sample = replace(numbers(low, high, (64, count)), path="0")
    return replace(seen, line=9, train=replace(seen.train, sample=[sample, *seen.train.sample[1:]]))


def seen(program: str, one: Fit) -> Evidence:
    return evidence(fits=[one], program=program)


@pytest.mark.parametrize(("program", "line"), [(LOOP, 2), (FUNCTION, 2)])
def test_fires_at_a_loop_over_letters_when_all_tokens_are_one(program: str, line: int) -> None:
    finding = letters_taken_for_words.match(seen(program, trained(0, 0)))

    assert finding is not None
    assert finding.line == line
    assert "the number 0 over and over" in finding.evidence
    assert ".split()" in finding.change


@pytest.mark.parametrize(
    "program",
    [
        "texts = [one.split() for one in lines]\n" + LOOP,
        "for line in lines:\n    texts.append(word_tokenize(line))\n" + LOOP,
        LOOP.replace("word in sentence:", "word in sentence.split():"),
        FUNCTION + "rows = [encode(one.split()) for one in texts]\n",
        "for word in words:\n    row.append(known[word])\n",
    ],
    ids=["cut before", "cut while filled", "cut in the loop", "cut by the caller", "no text"],
)
def test_is_silent_where_texts_are_cut_into_words(program: str) -> None:
    assert letters_taken_for_words.match(seen(program, trained(0, 0))) is None


@pytest.mark.parametrize(
    "one",
    [trained(0, 40), trained(0, 0, rows=2), trained(0, 0, count=0)],
    ids=["several numbers", "kinds of segments", "nothing seen"],
)
def test_is_silent_where_tokens_differ_or_are_no_words(one: Fit) -> None:
    assert letters_taken_for_words.match(seen(LOOP, one)) is None
