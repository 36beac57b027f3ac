"""Each operator makes of a small program what its name says, and lines stay where they are."""

import pytest
from corpus import Program
from mutation import OPERATORS, mutants_of

HEAD = """\
import keras
import numpy as np
from keras import layers

x = np.zeros((4, 2))
y = np.zeros(4)
"""


def _made(operator: str, line: str) -> list[str]:
    """What one operator makes of the last line of a program."""
    program = Program(name="program", text=f"{HEAD}{line}\n")
    return [one.text.removeprefix(HEAD).rstrip("\n") for one in mutants_of(program, operator)]


CASES = [
    ("a statement deleted", "x = x / 9", ["pass"]),
    ("a statement deleted", "model.compile('adam')", ["pass"]),
    (
        "activation of the last layer changed",
        "m = keras.Sequential([layers.Dense(3, activation='softmax')])",
        [
            'm = keras.Sequential([layers.Dense(3, activation="relu")])',
            'm = keras.Sequential([layers.Dense(3, activation="sigmoid")])',
            "m = keras.Sequential([layers.Dense(3, activation=None)])",
        ],
    ),
    (
        "activation of a hidden layer changed",
        "m = keras.Sequential([layers.Dense(8, 'relu'), layers.Dense(3)])",
        [
            'm = keras.Sequential([layers.Dense(8, "sigmoid"), layers.Dense(3)])',
            'm = keras.Sequential([layers.Dense(8, "softmax"), layers.Dense(3)])',
            "m = keras.Sequential([layers.Dense(8, None), layers.Dense(3)])",
        ],
    ),
    (
        "units of the last layer changed",
        "out = layers.Dense(3)(h)",
        ["out = layers.Dense(1)(h)", "out = layers.Dense(2)(h)", "out = layers.Dense(4)(h)"],
    ),
    (
        "a layer left out",
        "m = keras.Sequential([keras.Input((4,)), layers.Flatten(), layers.Dense(3)])",
        ["m = keras.Sequential([keras.Input((4,)), layers.Dense(3)])"],
    ),
    (
        "units of the last layer changed",
        "m = keras.Model(i, layers.Dense(1)(layers.Dense(8)(i)))",
        ["m = keras.Model(i, layers.Dense(2)(layers.Dense(8)(i)))"],
    ),
    ("a layer not called", "h = layers.Dense(8)(h)", ["h = layers.Dense(8)"]),
    (
        "`return_sequences` toggled",
        "h = layers.LSTM(8, return_sequences=True)(h)",
        ["h = layers.LSTM(8)(h)"],
    ),
    (
        "`return_sequences` toggled",
        "h = layers.GRU(8)(h)",
        ["h = layers.GRU(8, return_sequences=True)(h)"],
    ),
    (
        "input shape changed",
        "i = keras.Input((12, 1))",
        ["i = keras.Input((1, 12,))", "i = keras.Input((12,))"],
    ),
    ("dropout of 0.99", "h = layers.Dropout(0.5)(h)", ["h = layers.Dropout(0.99)(h)"]),
    (
        "initial weights of zero",
        "m = keras.Sequential([layers.Dense(8), layers.Dense(3)])",
        ['m = keras.Sequential([layers.Dense(8, kernel_initializer="zeros"), layers.Dense(3)])'],
    ),
    ("`trainable` flipped", "base.trainable = False", ["base.trainable = True"]),
    (
        "loss exchanged",
        "m.compile('adam', 'categorical_crossentropy')",
        [
            "m.compile('adam', \"sparse_categorical_crossentropy\")",
            "m.compile('adam', \"binary_crossentropy\")",
        ],
    ),
    (
        "loss exchanged",
        "m.compile(loss=keras.losses.MeanSquaredError())",
        ["m.compile(loss=keras.losses.BinaryCrossentropy())"],
    ),
    (
        "`from_logits` toggled",
        "loss = keras.losses.BinaryCrossentropy(from_logits=True)",
        ["loss = keras.losses.BinaryCrossentropy()"],
    ),
    (
        "learning rate changed",
        "a = keras.optimizers.Adam(learning_rate=1e-3)",
        [
            "a = keras.optimizers.Adam(learning_rate=0.1)",
            "a = keras.optimizers.Adam(learning_rate=1e-06)",
        ],
    ),
    (
        "learning rate changed",
        "a = keras.optimizers.Adam(0.01)",
        ["a = keras.optimizers.Adam(1.0)", "a = keras.optimizers.Adam(1e-05)"],
    ),
    ("SGD with Adam's rate", "a = keras.optimizers.Adam(0.01)", ["a = keras.optimizers.SGD(0.01)"]),
    ("SGD with Adam's rate", "m.compile('adam', 'mse')", ["m.compile(\"sgd\", 'mse')"]),
    ("metric exchanged", "m.compile(metrics=['mae'])", ['m.compile(metrics=["accuracy"])']),
    ("one epoch", "m.fit(x, y, epochs=20)", ["m.fit(x, y, epochs=1)"]),
    ("validation left out", "m.fit(x, y, validation_data=(a, b))", ["m.fit(x, y)"]),
    ("`shuffle=False`", "m.fit(x, y, epochs=2)", ["m.fit(x, y, epochs=2, shuffle=False)"]),
    ("targets in another order", "m.fit(x, y, epochs=2)", ["m.fit(x, y[::-1], epochs=2)"]),
    ("x and y swapped", "m.fit(x, y, epochs=2)", ["m.fit(y, x, epochs=2)"]),
    (
        "parts of the data mixed up",
        "x_train, x_test = x, x; m.fit(x_train, y, epochs=2)",
        ["x_train, x_test = x, x; m.fit(x_test, y, epochs=2)"],
    ),
    (
        "parts of a split in another order",
        "a, b, c, d = train_test_split(x, y)",
        ["a, c, b, d = train_test_split(x, y)"],
    ),
    ("scale of pixels changed", "x = x / 255.0", ["x = x / 1", "x = x / 255.0 / 255.0"]),
    (
        "a link of a chain left out",
        "d = d.shuffle(9).batch(3)",
        ["d = d.shuffle(9)", "d = d.batch(3)"],
    ),
    ("links of a chain swapped", "d = d.shuffle(9).batch(3)", ["d = d.batch(3).shuffle(9)"]),
    ("`repeat()` added", "d = d.batch(3)", ["d = d.batch(3).repeat()"]),
    ("another axis", "m = x.mean(axis=0)", ["m = x.mean(axis=1)", "m = x.mean(axis=-1)"]),
    ("a new axis left out", "x = x[..., None]", ["x = x"]),
    ("a new axis left out", "x = np.expand_dims(x, -1)", ["x = x"]),
    (
        "a slice off by one",
        "w = s[i : i + size]",
        ["w = s[i + 1 : i + size]", "w = s[i : i + size + 1]"],
    ),
    ("a slice off by one", "w = s[:-1]", ["w = s[:]"]),
    ("a list for an array", "x = np.array(rows)", ["x = rows"]),
    ("a list for an array", "m.fit(x, y, epochs=2)", ["m.fit(list(x), y, epochs=2)"]),
    (
        "a list for a tuple",
        "m.fit(x, y, validation_data=(a, b))",
        ["m.fit(x, y, validation_data=[a, b])"],
    ),
    (
        "a word misspelt",
        "m.compile(loss='huber')",
        ['m.compile(loss="hubr")', 'm.compile(loss="hubeR")'],
    ),
    ("a keyword of another version", "m.fit(x, y, epochs=2)", ["m.fit(x, y, nb_epoch=2)"]),
    ("brackets of a call missing", "model.fit(x, y)", ["model.fit"]),
    ("brackets of a call missing", "c = EarlyStopping()", ["c = EarlyStopping"]),
]


@pytest.mark.parametrize(("operator", "line", "made"), CASES)
def test_an_operator_makes_what_its_name_says(operator: str, line: str, made: list[str]) -> None:
    assert _made(operator, line) == made


def test_every_operator_is_tried() -> None:
    assert {operator for operator, _, _ in CASES} == set(OPERATORS)


NOT_FAIR = [
    ("a statement deleted", "rows = x / 9"),  # Python itself says that the name is missing
    ("a statement deleted", "print(x)"),
    ("a link of a chain left out", "x = np.reshape(x, (2, 4))"),
    ("a slice off by one", "x = x[:3]"),
    ("`shuffle=False`", "scaler.fit(x, y)"),
    ("targets in another order", "m.fit(x, {'kind': y}, epochs=2)"),
    ("parts of the data mixed up", "m.fit(x_train, y, epochs=2)"),
    ("`return_sequences` toggled", "h = layers.Dense(8)(h)"),
]


@pytest.mark.parametrize(("operator", "line"), NOT_FAIR)
def test_what_is_no_slip_of_people_is_not_made(operator: str, line: str) -> None:
    assert _made(operator, line) == []


def test_a_piece_over_several_lines_leaves_as_many() -> None:
    text = f"{HEAD}model.compile(\n    'adam',\n    'mse',\n)\nmodel.fit(x, y)\n"

    made = [one.text for one in mutants_of(Program(name="", text=text), "a statement deleted")]

    assert [one.splitlines()[-1] for one in made] == ["model.fit(x, y)", "pass"]
    assert {len(one.splitlines()) for one in made} == {len(text.splitlines())}


def _lines(operator: str, text: str) -> list[set[int]]:
    """Where findings may point, counted from the first line after the head."""
    first = HEAD.count("\n")
    made = mutants_of(Program(name="", text=HEAD + text), operator)
    return [{line - first for line in one.lines} for one in made]


def test_of_a_list_of_layers_the_changed_one_is_the_place() -> None:
    text = """\
m = keras.Sequential([
    layers.Dense(8, activation=act),
    layers.Dropout(0.5),
    layers.Dense(3),
])
"""

    assert _lines("dropout of 0.99", text) == [{3}]


def test_the_layer_behind_one_that_hands_on_a_wrong_shape_is_a_place_as_well() -> None:
    listed = "m = keras.Sequential([\n    keras.Input((8, 2)),\n    layers.Dense(3),\n])\n"
    added = "m.add(keras.Input((8, 2)))\nm.add(layers.Dense(3))\nm.add(layers.Dense(2))\n"

    assert _lines("input shape changed", listed)[0] == {2, 3}
    assert _lines("input shape changed", added)[0] == {1, 2}


def test_where_a_wrong_value_is_read_is_a_place_as_well() -> None:
    text = "x = x / 255\nz = 1\nm.fit(x, y, epochs=2)\n"

    assert _lines("scale of pixels changed", text) == [{1, 3}, {1, 3}]


def test_last_layer_loss_and_targets_stand_for_each_other() -> None:
    text = """\
h = layers.Dense(8)(i)
out = layers.Dense(3)(h)
m.compile("adam", "mse")
y = y / 255
m.fit(x, y, epochs=2)
"""

    assert _lines("loss exchanged", text)[0] == {2, 3}
    assert _lines("units of the last layer changed", text)[0] == {2, 3}
    assert _lines("scale of pixels changed", text)[0] == {2, 3, 4, 5}


def test_the_first_line_that_differs_is_told() -> None:
    program = Program(name="", text=f"{HEAD}z = 1\nx = x / 9\n")

    (mutant,) = mutants_of(program, "a statement deleted")

    assert (mutant.old, mutant.new) == ("x = x / 9", "pass")
