"""Texts whose words are shaded by how much less sure the network is without them."""

import math
import zlib

import msgspec
import pytest
from checkups import rich_checkup
from page_reading import Element, read_page

from etude.domain.seen import Seen, WeighedText, Word, WordWeights
from etude.render.html.page import checkup_page
from etude.render.html.words import words
from etude.store.packing import packed, unpacked

NASTY = "<img src=x onerror=alert(1)>"


def weights(*weighed: tuple[str, float], label: str = "1", left_out: int = 0) -> WordWeights:
    text = WeighedText(
        label=label,
        decided="1",
        sure=0.87,
        words=[Word(text=text, weight=weight) for text, weight in weighed],
        left_out=left_out,
    )
    return WordWeights(role="validation", texts=[text])


def section(shown: WordWeights) -> Element:
    return read_page(checkup_page(rich_checkup(words=shown))).one("words")


def test_words_for_and_against_are_told_apart_by_more_than_a_colour() -> None:
    shown = words(weights(("lovely", 0.4), ("film", 0.001), ("but", -0.2)))

    assert shown is not None
    (text,) = shown.texts
    assert [(word.speaks, word.shade) for word in text.words] == [
        ("for", 5), ("", 0), ("against", 2),
    ]  # fmt: skip
    assert text.words[2].title == "0.20 more sure without it"
    assert text.words[1].title == ""


def test_all_texts_share_one_scale() -> None:
    strong, weak = weights(("lovely", 0.5)), weights(("nice", 0.1))

    shown = words(WordWeights(role="fit", texts=[*strong.texts, *weak.texts]))

    assert shown is not None
    assert [text.words[0].shade for text in shown.texts] == [5, 1]
    assert shown.summary == "2 texts of the training data"


def test_where_no_word_matters_none_is_dark_and_it_is_said() -> None:
    shown = words(weights(("a", 0.0004), ("b", -0.0001)))

    assert shown is not None
    assert [word.shade for word in shown.texts[0].words] == [0, 0]
    assert shown.notes == ["Without any one of these words it is as sure as with it."]


def test_a_wrong_decision_says_what_it_is() -> None:
    right, wrong = weights(("a", 0.1)), weights(("a", 0.1), label="0", left_out=3)

    shown = words(WordWeights(role="fit", texts=[*wrong.texts, *right.texts]))

    assert shown is not None
    assert [text.wrong for text in shown.texts] == [True, False]
    assert shown.texts[0].facts == [
        "decided for 1", "0.87 sure", "but it is 0", "3 more words not shown",
    ]  # fmt: skip


def test_the_page_says_what_the_numbers_mean_and_has_them_in_a_table() -> None:
    shown = section(weights(("lovely", 0.4), (" ", -0.031), ("[UNK]", 0.0)))

    rows = [[cell.text for cell in row.children] for row in shown.all("tr")]
    assert rows == [
        ["word", "text", "less sure without it"],
        ["1", "lovely", "+0.40"],
        ["2", "␣", "−0.03"],
        ["3", "[UNK]", "0.00"],
    ]
    assert "how much less sure the network is without this word" in shown.text
    assert "[UNK] is every word that the vocabulary does not have" in shown.text


def test_a_word_is_never_read_as_a_part_of_the_page() -> None:
    shown = section(weights((NASTY, 0.4), ("\u202eback", 0.3), label=NASTY))

    assert NASTY in shown.text
    assert list(shown.all("img", "script")) == []
    assert "\u202e" not in shown.text


@pytest.mark.parametrize("weight", [math.nan, math.inf, -math.inf])
def test_weights_that_no_recorder_writes_make_no_error(weight: float) -> None:
    shown = words(weights(("a", weight), ("b", 0.2)))

    assert shown is not None
    assert [word.shade for word in shown.texts[0].words] == [0, 5]


def test_no_texts_no_section() -> None:
    none = WordWeights(role="fit", texts=[])

    page = read_page(checkup_page(rich_checkup(words=none)))

    assert "words" not in [one.attributes.get("id") for one in page.all("section")]


def test_an_attempt_kept_before_there_were_words_still_reads() -> None:
    old = msgspec.to_builtins(Seen())
    del old["words"]

    read = unpacked(zlib.compress(msgspec.msgpack.encode(old)), Seen)
    assert read is not None
    assert read.words is None


def test_words_are_kept_with_an_attempt() -> None:
    kept = packed(Seen(words=weights(("lovely", 0.4))))

    assert kept is not None
    read = unpacked(kept, Seen)
    assert read is not None
    assert read.words is not None
    assert read.words.texts[0].words[0] == Word(text="lovely", weight=0.4)
