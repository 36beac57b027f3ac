"""Where in the source something about a model was written."""

from dataclasses import replace

import pytest
from described import dense, layer, model

from etude.diagnoses.places import (
    activation_line,
    from_logits_line,
    handed_over,
    layer_line,
    loss_line,
    metrics_line,
    size_line,
    told,
)
from etude.diagnoses.source import Source
from etude.domain.heads import heads

PROGRAM = Source(
    "program.py",
    """\
def build(classes):
    loss_fn = keras.losses.SparseCategoricalCrossentropy(
        from_logits=True,
    )
    inputs = keras.Input((8,))
    x = layers.Dense(16, activation="relu")(inputs)
    x = layers.Dense(
        units=classes,
        activation="softmax",
    )(x)
    model = keras.Model(inputs, x)
    model.compile(
        optimizer="adam",
        loss=loss_fn,
        metrics=["accuracy"],
    )
    return model
""",
)
BUILT = model(
    dense(16, "relu", line=6), dense(3, "softmax", line=7), loss="x", line=11, compile_line=12
)
LAST = BUILT.layers[-1]


def test_the_recorded_line_of_a_layer_is_trusted() -> None:
    assert layer_line(PROGRAM, BUILT, LAST) == 7


def test_without_a_recorded_line_the_last_call_that_fits_is_taken() -> None:
    assert layer_line(PROGRAM, BUILT, replace(LAST, line=0)) == 7
    assert layer_line(PROGRAM, BUILT, replace(BUILT.layers[0], line=0)) == 6


def test_without_any_such_call_the_model_is_pointed_at() -> None:
    assert layer_line(PROGRAM, BUILT, layer("GRU")) == 11


def test_units_and_activations_have_lines_of_their_own() -> None:
    assert size_line(PROGRAM, BUILT, LAST) == 8
    assert activation_line(PROGRAM, heads(BUILT)[0], BUILT) == 9


def test_a_loss_in_a_variable_is_found_where_it_was_made() -> None:
    assert loss_line(PROGRAM, BUILT) == 2
    assert from_logits_line(PROGRAM, BUILT) == 3


def test_metrics_are_found_in_compile() -> None:
    assert metrics_line(PROGRAM, BUILT) == 15


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('model.compile("adam", "mse")', 1),
        ('model.compile(\n    "adam",\n    "mse")', 3),
        ('model.compile("adam", loss={"a": "mse"})', 1),
        ("model.compile(**options)", 1),
    ],
)
def test_a_loss_is_found_however_it_is_given(text: str, line: int) -> None:
    trained = model(dense(1), loss="mean_squared_error", compile_line=1)

    assert loss_line(Source("program.py", text), trained) == line


def test_a_program_that_cannot_be_read_gives_the_recorded_lines() -> None:
    broken = Source("program.py", "def (")

    assert loss_line(broken, BUILT) == 12
    assert size_line(broken, BUILT, LAST) == 7


def test_layers_are_told_as_people_write_them() -> None:
    assert told(dense(3)) == "Dense(3)"
    assert told(layer("Conv2D", filters=32)) == "Conv2D(32)"
    assert told(None) == "the last layer"


def test_what_a_method_is_called_on_is_not_handed_over() -> None:
    program = Source(
        "program.py",
        "class Trainer:\n"
        "    def build(self, units):\n        self.units = units\n\n"
        "    def run(self):\n        self.build()\n",
    )

    assert handed_over(program, "self", 3) == []
