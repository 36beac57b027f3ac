"""An exception is told with the learner's line and the sentence that matters."""

from dataclasses import dataclass

import pytest
from watched import Watch

from etude.domain.error import Error
from etude.worker.essence import essence, shortened

HEAD = """import keras, numpy as np, tensorflow as tf
x = np.zeros((32, 4), "float32")
y = np.zeros((32,), "int32")
def build(units=2):
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(units)])
    model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    return model
"""
FIRST = HEAD.count("\n") + 1


@dataclass(frozen=True)
class Case:
    """A program's end, the line that must be named, counted from there, and the message."""

    program: str
    line: int
    type: str
    starts: str


CASES = {
    "while a map function is traced": Case(
        "def load(a):\n    b = a * 2\n    return tf.reshape(b, [3, 3])\n"
        "tf.data.Dataset.from_tensor_slices(x).map(load)\n",
        3,
        "ValueError",
        "Cannot reshape a tensor with 4 elements to shape [3,3] (9 elements)",
    ),
    "Python code in a map function": Case(
        "def load(a):\n    return a.numpy()\ntf.data.Dataset.from_tensor_slices(x).map(load)\n",
        2,
        "AttributeError",
        "'SymbolicTensor' object has no attribute 'numpy'",
    ),
    "a map function at work inside fit": Case(
        "def load(a, b):\n    number = tf.strings.to_number(tf.constant('q'))\n"
        "    return number * a, b\n"
        "ds = tf.data.Dataset.from_tensor_slices((x, y)).map(load).batch(4)\n"
        "build().fit(ds, verbose=0)\n",
        2,
        "InvalidArgumentError",
        "StringToNumberOp could not correctly convert string: q",
    ),
    "a branch of a map function": Case(
        "def load(a):\n    if tf.strings.length(a) > 0:\n        return tf.strings.to_number(a)\n"
        "    return 0.0\n"
        "for row in tf.data.Dataset.from_tensor_slices(['1', 'q']).map(load):\n    pass\n",
        3,
        "InvalidArgumentError",
        "StringToNumberOp could not correctly convert string: q",
    ),
    "a lambda over several lines": Case(
        "ds = tf.data.Dataset.from_tensor_slices(['1', 'q'])\n"
        "ds = ds.map(\n    lambda a: tf.strings.to_number(a))\nprint(list(ds))\n",
        3,
        "InvalidArgumentError",
        "StringToNumberOp could not correctly convert string: q",
    ),
    "labels that the loss refuses in graph execution": Case(
        "model = build()\nmodel.fit(x, y + 5,\n    verbose=0)\n",
        2,
        "InvalidArgumentError",
        "Received a label value of 5 which is outside the valid range of [0, 2)",
    ),
    "a shape that Keras refuses": Case(
        "build().predict(np.zeros((3, 7)), verbose=0)\n",
        1,
        "ValueError",
        "Input 0",
    ),
    "a layer of the learner": Case(
        "class Scale(keras.layers.Layer):\n    def call(self, inputs):\n"
        "        return inputs @ tf.ones([9, 2])\n"
        "keras.Sequential([keras.Input((4,)), Scale()])\n",
        3,
        "ValueError",
        "Dimensions must be equal, but are 4 and 9",
    ),
    "a key that a layer of the learner does not find": Case(
        "class Pick(keras.layers.Layer):\n    def call(self, inputs):\n"
        "        return {}['price']\n"
        "Pick()(x)\n",
        3,
        "KeyError",
        "price",
    ),
    "a loss of the learner inside fit": Case(
        "def my_loss(t, p):\n    return tf.matmul(t, p)\n"
        "model = build()\nmodel.compile('sgd', my_loss)\nmodel.fit(x, y, verbose=0)\n",
        2,
        "ValueError",
        "Shape must be rank 2 but is rank 1",
    ),
    "a callback of the learner": Case(
        "class Stop(keras.callbacks.Callback):\n    def on_epoch_end(self, epoch, logs=None):\n"
        "        if logs.get('acc') > 0.9:\n            self.model.stop_training = True\n"
        "build().fit(x, y, verbose=0, callbacks=[Stop()])\n",
        3,
        "TypeError",
        "'>' not supported between instances of 'NoneType' and 'float'",
    ),
    "an assertion in a tf.function": Case(
        "@tf.function\ndef step(a):\n    tf.debugging.assert_positive(a,\n        message='low')\n"
        "    return a\nstep(-tf.ones([2]))\n",
        3,
        "InvalidArgumentError",
        "assertion failed: [low.  ]",
    ),
    "a generator behind a dataset": Case(
        "def rows():\n    yield np.zeros(4)\n    raise ValueError('row 2 is broken')\n"
        "spec = tf.TensorSpec([4])\n"
        "for row in tf.data.Dataset.from_generator(rows, output_signature=spec):\n    pass\n",
        3,
        "InvalidArgumentError",
        "ValueError: row 2 is broken",
    ),
    "nested functions": Case(
        "def inner(v):\n    raise KeyError('price')\n"
        "def outer(v):\n    return inner(v)\nouter(1)\n",
        2,
        "KeyError",
        "'price'",
    ),
    "another file of the learner": Case(
        "import helper\nhelper.work(3)\n", 2 - FIRST + 1, "ZeroDivisionError", "division by zero"
    ),
    "an error raised from another": Case(
        "try:\n    open('nothing.csv')\nexcept OSError as error:\n"
        "    raise RuntimeError('could not load') from error\n",
        4,
        "RuntimeError",
        "could not load",
    ),
    "an error without words": Case("assert 1 == 2\n", 1, "AssertionError", ""),
    "text that is no Unicode": Case(
        "raise ValueError('caf\\u00e9 \\ud800')\n", 1, "ValueError", "café ?"
    ),
    "a message that cannot be read": Case(
        "class Bad(Exception):\n    def __str__(self):\n        raise RuntimeError\nraise Bad()\n",
        4,
        "Bad",
        "(its message could not be read: RuntimeError)",
    ),
}


def error_of(watch: Watch, program: str) -> Error:
    """What a failing program is told; it must be called the learner's fault."""
    seen = watch(HEAD + program, others={"helper.py": "def work(n):\n    return n / 0\n"})
    assert seen.outcome.fault == "learner", seen.outcome.detail
    assert seen.evidence.error is not None
    return seen.evidence.error


@pytest.mark.tensorflow
@pytest.mark.parametrize("name", CASES)
def test_an_error_is_told_with_its_line_and_its_sentence(name: str, watch: Watch) -> None:
    case = CASES[name]

    error = error_of(watch, case.program)

    assert error.type == case.type
    assert error.line == FIRST + case.line - 1
    assert error.message.startswith(case.starts)
    assert "\x1b" not in error.message
    assert "Arguments received by" not in error.message
    assert "{{node" not in error.message or "for '{{node" in error.message


@pytest.mark.tensorflow
def test_the_way_from_the_program_to_the_fault_is_kept(watch: Watch) -> None:
    error = error_of(watch, "import helper\nhelper.work(3)\n")

    assert [(frame.file, frame.function) for frame in error.frames] == [
        ("program.py", "<module>"),
        ("helper.py", "work"),
    ]
    assert error.frames[1].text == "return n / 0"
    assert error.raised_by == ""  # the last frame says it


@pytest.mark.tensorflow
@pytest.mark.parametrize("program", ["raise ValueError\n", "import broken\n"])
def test_only_a_library_is_named_as_where_an_error_was_raised(program: str, watch: Watch) -> None:
    seen = watch(program, others={"broken.py": "x = (\n"})

    assert seen.evidence.error is not None
    assert seen.evidence.error.raised_by == ""


@pytest.mark.tensorflow
def test_a_library_that_raised_is_named(watch: Watch) -> None:
    error = error_of(watch, "keras.activations.get('reluu')\n")

    assert error.raised_by.startswith("keras.")


@pytest.mark.tensorflow
def test_a_syntax_error_is_told_without_the_place_that_is_quoted_anyway(watch: Watch) -> None:
    seen = watch("import broken\n", others={"broken.py": "x = = 1\n"})

    assert seen.evidence.error is not None
    assert seen.evidence.error.message == "invalid syntax"


@pytest.mark.tensorflow
def test_a_recursion_does_not_flood_the_report(watch: Watch) -> None:
    error = error_of(watch, "def f(n):\n    return g(n)\ndef g(n):\n    return f(n)\nf(0)\n")

    assert error.type == "RecursionError"
    assert error.frames[0].line == FIRST + 4
    assert len(error.frames) <= 20


def test_a_long_message_keeps_its_beginning_and_its_end() -> None:
    text = shortened("first " + "word " * 5000 + "last")

    assert len(text) <= 2000
    assert text.startswith("first ")
    assert text.endswith(" last")


def test_two_layers_of_wrapping_are_taken_off() -> None:
    text = (
        "Exception encountered when calling Scale.call().\n\n\x1b[1mCould not automatically "
        "infer the output shape / dtype of 'scale'. Error encountered:\n\nthe point\x1b[0m\n\n"
        "Arguments received by Scale.call():\n  • inputs=None"
    )

    assert essence(text, "ValueError") == "the point"


def test_graph_noise_is_taken_off_and_the_rest_is_kept() -> None:
    text = (
        "Graph execution error:\n\nDetected at node a/b defined at (most recent call last):\n"
        '  File "x.py", line 3, in f\n\nfirst line\n  second line\n'
        "\t [[{{node a/b}}]]\n\t [[IteratorGetNext]] [Op:__inference_step_1]"
    )

    assert essence(text, "InvalidArgumentError") == "first line\n  second line"


def test_addresses_of_objects_are_left_out_since_they_differ_between_runs() -> None:
    text = "<function build at 0x7f3a5c0d1e40> is no layer; 0xff is a number"

    assert essence(text, "TypeError") == "<function build at 0x...> is no layer; 0xff is a number"
