"""Which words are one word to a person."""

import pytest

from etude.domain.spellings import MOST_CATEGORIES, spelt_alike


@pytest.mark.parametrize(
    ("words", "groups"),
    [
        (["Adelie", "adelie ", "Gentoo"], [["Adelie", "adelie "]]),
        (["new  york", "New York", "new york"], [["New York", "new  york", "new york"]]),
        (["a", "B", "b "], []),
        (["owner", "owners", "rent"], []),
        (["oak", "oak", "oak"], []),
    ],
    ids=["case and blank", "blanks inside", "single letters", "other words", "one spelling"],
)
def test_words_that_differ_in_case_and_blanks_alone_go_together(words, groups):
    assert spelt_alike(words) == groups


def test_the_words_of_a_text_are_no_categories():
    words = ["The", "the", *(f"word {i}" for i in range(MOST_CATEGORIES))]

    assert spelt_alike(words) == []
