"""A solution loses the piece of code that its key names."""

import pytest

from etude.app.without_key import CannotRemove, without_key

PROGRAM = '''\
"""Learns."""

data = read("a.csv").cache().shuffle(
    1000,
    seed=1,
).batch(16)
pixels = pictures / 255.0
known = rows[rows > 0]


@registered("mine")
def build(units):
    return Stack([
        Rescale(1 / 255),  # inside
        Dense(units, activation="relu"),
        Dense(units, activation="relu"),  # the second
    ])


model = build(
    16,
)
model.fit(data)
if model:
    model.save("a.keras")
'''


@pytest.mark.parametrize(
    ("key", "gone", "left"),
    [
        ("model.fit(data)", "model.fit", "model.save"),
        ("model = build(", "model = build", "model.fit(data)"),
        (".cache()", ".cache", "read('a.csv').shuffle(1000, seed=1).batch(16)"),
        ("/ 255.0", "255.0", "pixels = pictures\n"),
        ("[rows > 0]", "rows > 0", "known = rows\n"),
        ("Rescale(1 / 255)", "Rescale", "Stack([Dense"),
        (
            'activation="relu"',
            "activation",
            "Rescale(1 / 255), Dense(units), Dense(units)])",
        ),
        ('registered("mine")', "registered", "\ndef build(units):"),
        ('model.save("a.keras")', "save", "if model:\n    pass"),
        ("seed=1", "seed", ".shuffle(1000).batch"),
    ],
)
def test_what_the_key_names_is_gone(key: str, gone: str, left: str) -> None:
    changed = without_key(PROGRAM, key) + "\n"

    assert gone not in changed
    assert left in changed


def test_a_whole_line_names_one_of_several() -> None:
    changed = without_key(PROGRAM, 'Dense(units, activation="relu"),  # the second')

    assert changed.count("Dense(") == 1


@pytest.mark.parametrize("key", ["", "activation", "model.fit(", "units", "a.csv"])
def test_a_key_that_is_no_whole_piece_is_refused(key: str) -> None:
    with pytest.raises(CannotRemove, match="key"):
        without_key("def build(units):\n    return Dense(7, activation='relu')\n", key)
