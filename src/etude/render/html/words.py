"""Texts with their words shaded by what each of them does to the decision."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from etude.domain.seen import WeighedText, Word, WordWeights
from etude.domain.wording import counted
from etude.render.html.matrix import data_of
from etude.render.html.scale import has_place
from etude.render.html.training import NumbersTable

_SHADES = 5
# How Keras tells all of them.
_UNKNOWN = "[UNK]"
# Where no word does more than this, the darkest shade would make much of nothing.
_LEAST_SCALE = 0.05
# Less is not to be seen in two decimals either.
_LEAST_WEIGHT = 0.005


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownWord:
    """Attributes:
    speaks: "for", "against", or "" where it does little beside the others.
    shade: 0 for nothing to 5 for the largest weight of all the texts.
    title: its weight in words.
    """

    text: str
    speaks: str
    shade: int
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownText:
    """Attributes:
    wrong: whether it was decided wrongly; facts: short sentences.
    """

    wrong: bool
    facts: Sequence[str]
    words: Sequence[ShownWord]
    numbers: NumbersTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Attributes: summary: which texts these are; notes: what is to be known of these ones."""

    summary: str
    notes: Sequence[str]
    texts: Sequence[ShownText]


def words(weights: WordWeights) -> Words | None:
    """All texts on one scale, so that they can be compared; None where there is none."""
    if not weights.texts:
        return None
    largest = max(_sizes(weights), default=0.0)
    return Words(
        summary=f"{counted(len(weights.texts), 'text')} of the {data_of(weights.role)}",
        notes=list(_notes(weights, largest)),
        texts=[_text(text, max(largest, _LEAST_SCALE)) for text in weights.texts],
    )


def _notes(weights: WordWeights, largest: float) -> Iterator[str]:
    if largest < _LEAST_WEIGHT:
        yield "Without any one of these words it is as sure as with it."
    if any(word.text == _UNKNOWN for text in weights.texts for word in text.words):
        yield f"{_UNKNOWN} is every word that the vocabulary does not have."


def _sizes(weights: WordWeights) -> Iterator[float]:
    every = (word.weight for text in weights.texts for word in text.words)
    return (abs(weight) for weight in every if has_place(weight))


def _text(text: WeighedText, scale: float) -> ShownText:
    return ShownText(
        wrong=text.label != text.decided,
        facts=list(_facts(text)),
        words=[_word(word, scale) for word in text.words],
        numbers=NumbersTable(
            columns=["text", "less sure without it"],
            rows=[
                (number, [_visible(word.text), _signed(word.weight)])
                for number, word in enumerate(text.words, start=1)
            ],
            counted="word",
        ),
    )


def _facts(text: WeighedText) -> Iterator[str]:
    yield f"decided for {text.decided}"
    yield f"{text.sure:.2f} sure"
    yield "which is right" if text.label == text.decided else f"but it is {text.label}"
    if text.left_out:
        yield f"{counted(text.left_out, 'more word')} not shown"


def _word(word: Word, scale: float) -> ShownWord:
    shade = round(_SHADES * abs(word.weight) / scale) if has_place(word.weight) else 0
    more_or_less = "less" if word.weight > 0 else "more"
    return ShownWord(
        text=_visible(word.text),
        speaks=("for" if word.weight > 0 else "against") if shade else "",
        shade=shade,
        title=f"{abs(word.weight):.2f} {more_or_less} sure without it" if shade else "",
    )


def _visible(text: str) -> str:
    """A blank that is a word of its own, as where a text is cut into characters."""
    return text if text.strip() else "\N{OPEN BOX}"


def _signed(weight: float) -> str:
    """ "+0.12", "−0.03", "0.00"."""
    if not has_place(weight) or abs(weight) < _LEAST_WEIGHT:
        return "0.00" if has_place(weight) else str(weight)
    return f"{weight:+.2f}".replace("-", "\N{MINUS SIGN}")
