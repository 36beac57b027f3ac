"""What is recorded of a Tokenizer that is given a string."""

import pytest
from watched import Watch

pytestmark = pytest.mark.tensorflow

START = """
from tensorflow.keras.preprocessing.text import Tokenizer
t = Tokenizer({options})
t.fit_on_texts({texts})
"""
WORDS = START.format(options="", texts='["a good film", "a bad film"]')


@pytest.mark.parametrize("method", ["texts_to_sequences", "texts_to_matrix"])
def test_a_string_to_be_encoded_is_told_with_its_letters(method: str, watch: Watch) -> None:
    seen = watch(WORDS + f"t.{method}('good film')\n")

    [call] = seen.evidence.calls_of("letters as texts")
    assert call.line == 5
    assert call.arguments == {"method": method, "letters": 9}


def test_a_string_that_was_learned_from_is_told_when_texts_are_encoded(watch: Watch) -> None:
    program = START.format(options="", texts='"a good film"')

    seen = watch(program + "t.texts_to_sequences(['a good film'])\n" * 2)

    [call] = seen.evidence.calls_of("letters as texts")
    assert call.line == 4
    assert call.arguments == {"method": "fit_on_texts", "letters": 11}


def test_a_string_numbered_by_its_own_letters_is_told_apart(watch: Watch) -> None:
    program = START.format(options="", texts='"abcab"')

    seen = watch(program + "t.texts_to_sequences('abcab')\n")

    [call] = seen.evidence.calls_of("letters as rows")
    assert call.line == 5
    assert call.arguments == {"method": "texts_to_sequences", "letters": 5}


@pytest.mark.parametrize(
    "program",
    [
        WORDS + "t.texts_to_sequences(['good film'])\n",
        START.format(options="char_level=True", texts='"ab"') + "t.texts_to_sequences('ab')\n",
        START.format(options="", texts='"a b a"') + "t.texts_to_sequences('a b')\n",
        START.format(options="", texts='"a b"')
        + "t.fit_on_texts(['ab'])\nt.texts_to_sequences(['ab'])\n",
    ],
    ids=["a list", "meant for letters", "learned letters and reads letters", "learned again"],
)
def test_nothing_is_told_of(program: str, watch: Watch) -> None:
    seen = watch(program)

    assert not seen.evidence.errors
    assert not seen.evidence.calls_of("letters as texts")
