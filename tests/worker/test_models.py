"""Keras models as facts: whatever way they were made, and without running them."""

from collections.abc import Callable, Mapping

import msgspec
import pytest

from etude.diagnoses.evidence import gather
from etude.diagnoses.source import Source
from etude.domain.job import Job
from etude.domain.observations import Layer, Model
from etude.domain.task import Task
from etude.sandbox import Sandbox

pytestmark = pytest.mark.tensorflow

FILE = "program.py"
HEAD = """\
import functools
import keras
import numpy as np
import tensorflow as tf
L = keras.layers
"""

Describe = Callable[[str], Mapping[str, Model]]


@pytest.fixture
def describe(warm_sandbox: Sandbox) -> Describe:
    """``describe(program)`` gives its global models by their Keras name."""

    def run(program: str) -> Mapping[str, Model]:
        text = HEAD + program
        task = Task(program=FILE, as_script=True, sources=[FILE], describe_globals=True)
        files = {FILE: text.encode()}
        outcome = warm_sandbox.run(Job(task=msgspec.json.encode(task), files=files))
        assert outcome.fault is None, outcome.detail
        assert not [frame for frame in outcome.frames if frame["kind"] == "recorder_failed"]
        return {model.name: model for model in gather(outcome.frames, Source(FILE, text)).models}

    return run


def line(number: int) -> int:
    """A line of the program below the imports."""
    return number + HEAD.count("\n")


def named(model: Model) -> dict[str, Layer]:
    return {layer.name: layer for layer in model.layers}


def test_a_functional_model_is_told_with_its_graph(describe: Describe) -> None:
    model = describe("""\
inputs = keras.Input((8, 8, 1), name="picture")
x = L.Conv2D(4, 3, activation="relu", name="conv")(inputs)
x = L.Flatten(name="flat")(x)
outputs = L.Dense(3, activation="softmax", name="out")(x)
model = keras.Model(inputs, outputs, name="cnn")
""")["cnn"]

    assert (model.kind, model.compiled, model.iterations) == ("functional", None, None)
    assert [layer.kind for layer in model.layers] == ["InputLayer", "Conv2D", "Flatten", "Dense"]
    assert [list(layer.calls) for layer in model.layers] == [
        [],
        [["picture"]],
        [["conv"]],
        [["flat"]],
    ]
    assert named(model)["conv"].config["kernel_size"] == [3, 3]
    assert named(model)["conv"].output_shape == [None, 6, 6, 4]
    assert [tensor.path for tensor in [*model.inputs, *model.outputs]] == ["picture", "out"]
    assert model.outputs[0].shape == [None, 3]
    assert model.parameters == model.trainable_parameters == 40 + 435


def test_inputs_tell_whether_anything_was_made_of_them(describe: Describe) -> None:
    model = describe("""\
used, lost, left = (keras.Input((2,), name=name) for name in ("used", "lost", "left"))
hidden = L.Dense(3)(lost)
model = keras.Model([used, lost, left], L.Dense(1)(used), name="three")
""")["three"]

    read = {name: layer.config.get("read_by") for name, layer in named(model).items()}
    assert (read["used"], read["lost"], read["left"]) == (1, 1, 0)


def test_layers_and_models_know_their_lines(describe: Describe) -> None:
    model = describe("""\
def block(x, units):
    return L.Dense(units)(x)
inputs = keras.Input((4,))
x = block(
    inputs, 3)
model = keras.Sequential([
    L.Dense(2, name="first"),
    L.Dense(1, name="second")], name="chain")
other = keras.Model(inputs, x, name="other")
""")

    assert model["chain"].line == line(6)
    assert [layer.line for layer in model["chain"].layers] == [line(7), line(8)]
    assert [layer.line for layer in model["other"].layers] == [line(3), line(2)]


def test_a_sequential_model_is_a_chain(describe: Describe) -> None:
    model = describe("""\
model = keras.Sequential([keras.Input((4,), name="x"), L.Dense(3, name="a"), L.Dense(2, name="b")],
                         name="chain")
""")["chain"]

    assert model.kind == "sequential"
    assert [list(layer.calls) for layer in model.layers] == [[["x"]], [["a"]]]
    assert [layer.output_shape for layer in model.layers] == [[None, 3], [None, 2]]
    assert model.outputs[0].path == "b"


def test_a_sequential_model_without_an_input_has_no_shapes_until_it_is_called(
    describe: Describe,
) -> None:
    models = describe("""\
unbuilt = keras.Sequential([L.Dense(3, name="a"), L.Dense(2, name="b")], name="unbuilt")
built = keras.Sequential([L.Dense(3), L.Dense(2)], name="built")
built(np.zeros((5, 4)))
""")

    assert (models["unbuilt"].parameters, models["unbuilt"].outputs) == (0, [])
    assert list(models["unbuilt"].layers[1].calls) == [["a"]]
    assert (models["built"].parameters, models["built"].outputs[0].shape) == (23, [5, 2])


def test_a_subclassed_model_tells_its_layers_but_no_graph(describe: Describe) -> None:
    model = describe("""\
class Net(keras.Model):
    def __init__(self):
        super().__init__(name="net")
        self.hidden = L.Dense(3, activation="relu", name="hidden")
        self.out = L.Dense(1, name="out")

    def call(self, x):
        return self.out(self.hidden(x))

model = Net()
model(np.zeros((2, 4)))
""")["net"]

    assert (model.kind, model.parameters) == ("subclassed", 19)
    assert [(layer.name, list(layer.calls)) for layer in model.layers] == [
        ("hidden", []),
        ("out", []),
    ]
    assert (model.inputs, model.outputs) == ([], [])


def test_a_subclass_without_a_constructor_is_left_alone(describe: Describe) -> None:
    models = describe("""\
class Same(keras.Model):
    def call(self, x):
        return x

model = Same(name="same")
""")

    assert models["same"].layers == []


def test_a_subclass_made_functionally_is_functional(describe: Describe) -> None:
    model = describe("""\
class Mine(keras.Model):
    pass

inputs = keras.Input((4,))
model = Mine(inputs, L.Dense(2)(inputs), name="mine")
""")["mine"]

    assert model.kind == "functional"
    assert model.layers[1].calls


def test_models_inside_models_are_looked_into(describe: Describe) -> None:
    model = describe("""\
picture = keras.Input((4,), name="inner_input")
inner = keras.Model(picture, L.Dense(3, activation="relu", name="deep")(picture), name="inner")
inputs = keras.Input((4,), name="x")
model = keras.Model(inputs, L.Dense(1, name="out")(inner(inputs)), name="outer")
""")["outer"]

    inner = named(model)["inner"]
    assert (inner.kind, inner.parameters, list(inner.calls)) == ("Functional", 15, [["x"]])
    assert [layer.name for layer in inner.layers] == ["inner_input", "deep"]
    assert inner.outputs == ["deep"]
    assert inner.layers[1].config["activation"] == "relu"


def test_wrappers_are_looked_into(describe: Describe) -> None:
    model = describe("""\
inputs = keras.Input((None, 4))
x = L.Bidirectional(L.LSTM(3, return_sequences=True, name="memory"))(inputs)
model = keras.Model(inputs, L.TimeDistributed(L.Dense(2, activation="softmax"))(x), name="wrapped")
""")["wrapped"]

    both, each = model.layers[1:]
    assert (both.layers[0].kind, both.layers[0].config["return_sequences"]) == ("LSTM", True)
    assert each.layers[0].config["activation"] == "softmax"
    assert each.output_shape == [None, None, 2]


def test_a_shared_layer_has_one_call_for_each_use(describe: Describe) -> None:
    model = describe("""\
a, b = keras.Input((4,), name="a"), keras.Input((4,), name="b")
shared = L.Dense(3, name="shared")
outside = shared(keras.Input((4,), name="elsewhere"))
met = L.Subtract(name="met")([shared(a), shared(b)])
model = keras.Model([a, b], met, name="twins")
""")["twins"]

    assert list(named(model)["shared"].calls) == [["a"], ["b"]]
    assert list(named(model)["met"].calls) == [["shared", "shared:1"]]


def test_operations_between_layers_are_part_of_the_graph(describe: Describe) -> None:
    model = describe("""\
a, b = keras.Input((4,), name="a"), keras.Input((4,), name="b")
total = a + b
joined = keras.ops.concatenate([keras.ops.abs(total), b[:, :2]], axis=-1)
model = keras.Model([a, b], keras.ops.softmax(L.Dense(2)(joined)), name="operations")
""")["operations"]

    kinds = {layer.kind: layer for layer in model.layers}
    assert list(kinds["Add"].calls) == [["a", "b"]]
    assert list(kinds["Concatenate"].calls) == [[kinds["Absolute"].name, kinds["GetItem"].name]]
    assert model.outputs[0].path == kinds["Softmax"].name
    assert kinds["Concatenate"].output_shape == [None, 6]


def test_several_inputs_and_outputs_keep_their_order(describe: Describe) -> None:
    model = describe("""\
b, a = keras.Input((4,), name="b"), keras.Input((2,), dtype="int32", name="a")
one = L.Dense(1, name="one")(b)
model = keras.Model([b, a], [L.Flatten(name="two")(a), one], name="many")
""")["many"]

    assert [(tensor.path, tensor.dtype) for tensor in model.inputs] == [
        ("b", "float32"),
        ("a", "int32"),
    ]
    assert [tensor.path for tensor in model.outputs] == ["two", "one"]


def test_a_layer_with_several_outputs_gives_a_list_of_shapes(describe: Describe) -> None:
    model = describe("""\
inputs = keras.Input((5, 2))
sequence, hidden, cell = L.LSTM(3, return_state=True, return_sequences=True, name="lstm")(inputs)
model = keras.Model(inputs, [sequence, cell], name="states")
""")["states"]

    assert named(model)["lstm"].output_shape == [[None, 5, 3], [None, 3], [None, 3]]
    assert [tensor.path for tensor in model.outputs] == ["lstm", "lstm"]


@pytest.mark.parametrize(
    ("written", "name", "from_logits"),
    [
        ('"mse"', "mean_squared_error", False),
        ('"sparse_categorical_crossentropy"', "sparse_categorical_crossentropy", False),
        ('"BinaryCrossentropy"', "binary_crossentropy", False),
        ("keras.losses.categorical_crossentropy", "categorical_crossentropy", False),
        ("keras.losses.MeanAbsoluteError()", "mean_absolute_error", False),
        ("keras.losses.KLDivergence()", "kl_divergence", False),
        (
            "keras.losses.SparseCategoricalCrossentropy(from_logits=True)",
            "sparse_categorical_crossentropy",
            True,
        ),
        (
            "functools.partial(keras.losses.binary_crossentropy, from_logits=True)",
            "binary_crossentropy",
            True,
        ),
        ("lambda y, p: keras.ops.mean(y - p)", "<lambda>", False),
        ('"no_such_loss"', "no_such_loss", False),
    ],
)
def test_a_loss_has_its_name_however_it_is_written(
    describe: Describe, written: str, name: str, from_logits: bool
) -> None:
    model = describe(f"""\
model = keras.Sequential([keras.Input((4,)), L.Dense(2)], name="model")
model.compile(optimizer="adam", loss={written})
""")["model"]

    assert model.compiled is not None
    assert [(loss.name, loss.from_logits) for loss in model.compiled.losses] == [
        (name, from_logits)
    ]
    assert (model.compiled.optimizer, model.compiled.line) == ("Adam", line(2))


@pytest.mark.parametrize(
    "written",
    [
        '["mse", "binary_crossentropy"]',
        '{"value": "mse", "kind": "binary_crossentropy"}',
        '{"kind": keras.losses.BinaryCrossentropy(), "value": keras.losses.MeanSquaredError()}',
    ],
)
def test_losses_of_several_outputs_are_in_the_order_of_the_outputs(
    describe: Describe, written: str
) -> None:
    model = describe(f"""\
inputs = keras.Input((4,))
outputs = [L.Dense(1, name="value")(inputs), L.Dense(1, name="kind")(inputs)]
model = keras.Model(inputs, outputs, name="two")
model.compile(loss={written})
""")["two"]

    assert model.compiled is not None
    assert [loss.name for loss in model.compiled.losses] == [
        "mean_squared_error",
        "binary_crossentropy",
    ]


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ('["accuracy"]', ["accuracy"]),
        ('["acc", keras.metrics.AUC()]', ["acc", "auc"]),
        (
            '[keras.metrics.SparseCategoricalAccuracy(name="right")]',
            ["sparse_categorical_accuracy"],
        ),
        ('[keras.metrics.RootMeanSquaredError(), "mae"]', ["root_mean_squared_error", "mae"]),
        ('{"out": ["accuracy"]}', ["accuracy"]),
        ("[keras.metrics.binary_accuracy]", ["binary_accuracy"]),
        ("None", []),
    ],
)
def test_metrics_have_their_names_however_they_are_written(
    describe: Describe, written: str, names: list[str]
) -> None:
    model = describe(f"""\
model = keras.Sequential([keras.Input((4,)), L.Dense(2, name="out")], name="model")
model.compile(loss="mse", metrics={written})
""")["model"]

    assert model.compiled is not None
    assert list(model.compiled.metrics) == names


def test_a_metric_of_the_program_is_not_taken_for_the_one_of_keras_it_is_called_after(
    describe: Describe,
) -> None:
    model = describe("""\
class RootMeanSquaredError(keras.metrics.Mean):
    pass

def accuracy(labels, outputs):
    return keras.ops.cast(abs(labels - outputs) < 0.1, "float32")

model = keras.Sequential([keras.Input((4,)), L.Dense(2)], name="model")
model.compile(loss="mse", metrics=[RootMeanSquaredError(), accuracy])
""")["model"]

    assert model.compiled is not None
    assert list(model.compiled.metrics) == ["own_root_mean_squared_error", "own_accuracy"]


def test_exact_accuracy_is_not_taken_for_accuracy(describe: Describe) -> None:
    model = describe("""\
model = keras.Sequential([keras.Input((4,)), L.Dense(2)], name="model")
model.compile(loss="mse", metrics=[keras.metrics.Accuracy()])
""")["model"]

    assert model.compiled is not None
    assert list(model.compiled.metrics) == ["exact_accuracy"]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("None", "linear"),
        ('"relu"', "relu"),
        ("tf.nn.softmax", "softmax"),
        ("keras.activations.gelu", "gelu"),
        ("keras.ops.sigmoid", "sigmoid"),
        ("L.LeakyReLU()", "leaky_relu"),
        ("L.ReLU()", "relu"),
        ("lambda x: x * 2", "<lambda>"),
        ("functools.partial(keras.activations.relu, max_value=6)", "relu"),
    ],
)
def test_an_activation_has_its_name_however_it_is_written(
    describe: Describe, written: str, name: str
) -> None:
    model = describe(f"""\
model = keras.Sequential([L.Dense(2, activation={written})], name="model")
""")["model"]

    assert model.layers[0].config["activation"] == name


def test_a_custom_layer_without_a_config_still_has_its_weights(describe: Describe) -> None:
    model = describe("""\
class Scale(L.Layer):
    def __init__(self, function):
        super().__init__(name="scale")
        self.function = function

    def build(self, shape):
        self.factor = self.add_weight(shape=(shape[-1],))

    def call(self, x):
        return self.function(x) * self.factor

model = keras.Sequential([keras.Input((4,)), Scale(abs)], name="model")
""")["model"]

    assert (model.layers[0].kind, model.layers[0].parameters) == ("Scale", 4)
    assert model.layers[0].output_shape == [None, 4]


def test_mixed_precision_is_told(describe: Describe) -> None:
    model = describe("""\
keras.mixed_precision.set_global_policy("mixed_float16")
inputs = keras.Input((4,))
x = L.Dense(2, name="half")(inputs)
model = keras.Model(inputs, L.Activation("softmax", dtype="float32", name="whole")(x), name="mixed")
model.compile(optimizer="adam", loss="categorical_crossentropy")
""")["mixed"]

    assert named(model)["half"].config["dtype"] == "mixed_float16"
    assert named(model)["whole"].config["dtype"] == "float32"
    assert model.outputs[0].dtype == "float32"


def test_what_was_adapted_is_told(describe: Describe) -> None:
    models = describe("""\
def of(layer, name):
    return keras.Sequential([layer], name=name)

plain, fitted = L.Normalization(), L.Normalization()
fitted.adapt(np.array([[1.0], [5.0]]))
given = L.Normalization(mean=2.0, variance=4.0)
given.build((None, 1))
empty, words = L.TextVectorization(), L.TextVectorization()
words.adapt(["a b a"])
models = [of(plain, "plain"), of(fitted, "fitted"), of(given, "given"), of(empty, "empty"),
          of(words, "words")]
one, two, three, four, five = models
""")

    adapted = {name: model.layers[0].config["is_adapted"] for name, model in models.items()}
    assert adapted == {"plain": False, "fitted": True, "given": True, "empty": False, "words": True}
    assert models["words"].layers[0].config["vocabulary_size"] == 4


def test_frozen_layers_and_trained_steps_are_told(describe: Describe) -> None:
    model = describe("""\
model = keras.Sequential([keras.Input((4,)), L.Dense(3, name="frozen"), L.Dense(1)], name="model")
model.layers[0].trainable = False
model.compile(optimizer=keras.optimizers.SGD(0.25), loss="mse")
model.fit(np.zeros((8, 4)), np.zeros((8, 1)), batch_size=2, epochs=1, verbose=0)
""")["model"]

    assert (model.parameters, model.trainable_parameters) == (19, 4)
    assert named(model)["frozen"].trainable is False
    assert model.iterations == 4
    assert model.compiled is not None
    assert model.compiled.learning_rate == pytest.approx(0.25)


def test_writing_down_a_lambda_warns_nobody(warm_sandbox: Sandbox) -> None:
    text = (
        HEAD + "model = keras.Sequential([keras.Input((4,)), L.Dense(2, activation=lambda x: x)])\n"
    )
    task = Task(program=FILE, as_script=True, sources=[FILE], describe_globals=True)

    outcome = warm_sandbox.run(Job(task=msgspec.json.encode(task), files={FILE: text.encode()}))

    assert not [frame for frame in outcome.frames if frame["kind"] == "warning"]
    assert "lambda" not in outcome.stderr


def test_a_model_that_was_never_set_up_does_not_end_the_run(warm_sandbox: Sandbox) -> None:
    text = HEAD + "class Net(keras.Model):\n    def __init__(self):\n        pass\nnet = Net()\n"
    task = Task(program=FILE, as_script=True, sources=[FILE], describe_globals=True)

    outcome = warm_sandbox.run(Job(task=msgspec.json.encode(task), files={FILE: text.encode()}))

    assert outcome.reason is None, outcome.detail


def test_noting_lines_leaves_saving_copying_and_configs_alone(describe: Describe) -> None:
    models = describe("""\
import copy
@keras.saving.register_keras_serializable()
class Twice(L.Layer):
    def __init__(self, times=2, **kwargs):
        super().__init__(**kwargs)
        self.times = times
    def call(self, x):
        return self.times * x
@keras.saving.register_keras_serializable()
class Plain(L.Dense):
    pass
inputs = keras.Input((4,))
model = keras.Model(inputs, Plain(2, name="plain")(Twice(name="twice")(inputs)), name="model")
model.save("model.keras")
again = keras.models.load_model("model.keras")
copies = [keras.models.clone_model(model), copy.deepcopy(model)]
assert [layer.get_config()["name"] for layer in again.layers[1:]] == ["twice", "plain"]
assert Twice(3).get_config()["times"] == 3
assert all(c.count_params() == model.count_params() for c in copies)
""")

    assert models["model"].parameters == 10
