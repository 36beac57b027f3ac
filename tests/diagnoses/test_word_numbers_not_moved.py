"""The word index of IMDB, and the three numbers that come before its words."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import word_numbers_not_moved as diagnosis

LOADED = """\
from keras.datasets import imdb
(x, y), _ = imdb.load_data({arguments})
word_index = imdb.get_word_index()
"""
USED = "numbers = [word_index[word] for word in text.split()]\n"


def finding(rest: str, arguments: str = "num_words=5000") -> object:
    return diagnosis.match(evidence(program=LOADED.format(arguments=arguments) + rest))


def test_points_at_the_look_up_and_tells_the_difference() -> None:
    found = diagnosis.match(evidence(program=LOADED.format(arguments="") + USED))

    assert found is not None
    assert found.line == 4
    assert "word_index[word] + 3" in found.change


@pytest.mark.parametrize(
    "rest",
    [
        "words = {number: word for word, number in word_index.items()}\nprint(words[x[0][5]])\n",
        "words = dict((v, k) for k, v in word_index.items())\nprint(words.get(x[0][5], '?'))\n",
    ],
)
def test_fires_where_reviews_are_read(rest: str) -> None:
    assert finding(rest) is not None


@pytest.mark.parametrize(
    "rest",
    [
        "numbers = [word_index[word] + 3 for word in text.split()]\n",
        "words = {v + 3: k for k, v in word_index.items()}\nprint(words[5])\n",
        "OFFSET = 3\n" + USED + "numbers = [n + OFFSET for n in numbers]\n",
        "numbers = [word_index[word] + first for word in text.split()]\n",
        "words = {v: k for k, v in word_index.items()}\nprint(words.get(x[0][5] - 3, '?'))\n",
    ],
)
def test_is_silent_where_something_is_added(rest: str) -> None:
    assert finding(rest) is None


def test_a_three_that_stands_for_something_else_excuses_nothing() -> None:
    assert finding("epochs = 3\nmodel.add(Conv1D(32, 3))\n" + USED) is not None


def test_is_silent_where_the_texts_were_asked_for_without_a_difference() -> None:
    assert finding(USED, arguments="index_from=0") is None


def test_is_silent_where_the_index_only_tells_how_many_words_there_are() -> None:
    assert finding("print(len(word_index))\n") is None


def test_is_silent_about_a_word_index_of_ones_own() -> None:
    program = "word_index = tokenizer.word_index\n" + USED

    assert diagnosis.match(evidence(program=program)) is None
