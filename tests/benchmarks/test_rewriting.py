"""Programs of the corpus, written otherwise."""

import pytest
from corpus import right_programs, wrong_programs
from rewriting import WAYS, in_class, in_function, renamed, unbuilt

PROGRAM = '''"""Why does it not learn?"""
import numpy as np

NOTE = """first
second"""
x = np.zeros((4, 2))


def doubled(values):
    return 2 * values


y = doubled(x)  # diagnosis: somewhere
print([x for x in y], f"{NOTE}")
'''


def test_everything_moves_into_a_function_and_texts_stay_as_they_are() -> None:
    text = in_function(PROGRAM)

    assert text is not None
    assert "def main():\n    NOTE" in text.replace("\n\n", "\n")
    assert "\nsecond" in text
    assert "    y = doubled(x)  # diagnosis: somewhere" in text


def test_variables_get_other_names_but_for_those_that_are_bound_elsewhere() -> None:
    text = renamed(PROGRAM)

    assert text is not None
    assert "v0 = doubled(x)" in text  # "x" is bound in a comprehension, NOTE read in a text
    assert "NOTE" in text


def test_variables_become_attributes() -> None:
    text = in_class(PROGRAM)

    assert text is not None
    assert "self.y = doubled(x)" in text


def test_what_a_function_may_not_hold_is_not_written() -> None:
    assert in_function("x = 1\nfrom math import *\n") is None


def test_a_model_is_told_no_shape() -> None:
    layers = [
        "[keras.Input((4,)), Dense(1)]",
        "[\n    keras.Input((4,)),  # four\n    Dense(1),\n]",
    ]
    texts = [unbuilt(f"model = keras.Sequential({each})\nmodel.fit(x, y)\n") for each in layers]

    assert texts == [
        "model = keras.Sequential([Dense(1)])\nmodel.fit(x, y)\n",
        "model = keras.Sequential([\n    # four\n    Dense(1),\n])\nmodel.fit(x, y)\n",
    ]


def test_a_model_that_is_never_trained_keeps_its_shape() -> None:
    assert unbuilt("model = keras.Sequential([keras.Input((4,)), Dense(1)])\n") is None


# Nearly half of the programs have a Sequential model that begins with its Input; which of them are
# looked at changes with the corpus.
LEAST = dict.fromkeys(WAYS, 0.9) | {"unbuilt": 0.3}


@pytest.mark.parametrize("way", WAYS)
def test_a_rewritten_program_keeps_its_marks(way: str) -> None:
    programs = [*wrong_programs()[::5], *right_programs()[::5]]
    kept = [(one, WAYS[way](one.text)) for one in programs]

    assert sum(text is not None for _, text in kept) > LEAST[way] * len(kept)
    for one, text in kept:
        if text is not None:
            assert text.count("# diagnosis: ") == one.text.count("# diagnosis: ")
