"""What Keras's own refusals tell, in diagnoses that know such a mistake from elsewhere as well."""

from types import ModuleType

import pytest
from stopped import failed

from etude.diagnoses.catalogue import (
    argument_left_out,
    argument_not_recognized,
    asked_before_built,
    axis_not_there,
    config_missing,
    features_not_counted,
    gradients_not_paired,
    hook_has_other_arguments,
    labels_out_of_range,
    lambda_layer_does_not_reload,
    layer_inside_other_model,
    metrics_given_as_text,
    name_kept_by_keras,
    name_unknown_to_keras,
    numbers_of_examples_differ,
    operands_do_not_fit,
    parent_not_initialised,
    picture_shrinks_to_nothing,
    single_example_given,
    sizes_for_other_axes,
    table_is_no_array,
    tensors_given_otherwise,
    values_do_not_fill_shape,
    words_among_numbers,
)


def told(
    diagnosis: ModuleType, program: str, message: str, kind: str = "ValueError", by: str = ""
) -> str:
    seen = failed(f"\n\n{program}\n", message, kind, raised_by=by or "keras.src.x")
    finding = diagnosis.match(seen)
    return f"{finding.evidence} -> {finding.change}" if finding is not None else ""


@pytest.mark.parametrize(
    ("message", "seen"),
    [
        (
            "Cannot broadcast shape. Input shapes are: [None, 3, 4] and [None, 5].",
            "(None, 3, 4) and (None, 5) are put together",
        ),
        (
            "must be equal, but received `x1.shape=(None, 3, 4)` and `x2.shape=(None, 3, 4)`.",
            "keras.ops.transpose(b, (0, 2, 1))",
        ),
        (
            "must be equal, but received x1.shape=(None, 3, 4) and x2.shape=(None, 5, 4)",
            "keras.ops.transpose(b, (0, 2, 1))",
        ),
        (
            "Every value in `x` must have the same shape. But found element of shape (None, 5), "
            "which is different from the first element's shape (None, 4).",
            "(None, 4) and (None, 5) are to become one",
        ),
        (
            "must have the same rank (ndim). Received: target.shape=(8,), output.shape=(8, 3)",
            "one_hot(labels, 3)",
        ),
        (
            "must have the same rank (ndim). Received: target.shape=(8,), output.shape=(8, 1)",
            "x[..., None]",
        ),
        (
            "must have rank (ndim) `target.ndim - 1`. Received: target.shape=(8, 3), "
            "output.shape=(8, 3)",
            "these labels are one-hot",
        ),
    ],
)
def test_operands_without_values_are_told_by_their_shapes(message: str, seen: str) -> None:
    assert seen in told(operands_do_not_fit, "c = f(a, b)", message)


@pytest.mark.parametrize(
    ("program", "message", "kind", "by", "seen"),
    [
        (
            "ops.mean(a, axis=2)",
            "axis 2 is out of bounds for an array with dimension 2.",
            "ValueError",
            "",
            "works along axis 2",
        ),
        (
            "Dot(axes=2)([a, b])",
            "tuple index out of range",
            "IndexError",
            "keras.src.layers.merging.dot.build",
            "Dot is told to work along axis 2",
        ),
        (
            "BatchNormalization(axis=[1, 2])",
            "int() argument must be a string, not 'list'",
            "TypeError",
            "keras.src.layers.normalization.batch_normalization.__init__",
            "LayerNormalization takes several axes",
        ),
        (
            "Permute((0, 2, 1))",
            "Invalid permutation argument `dims` for Permute Layer. Received dims=(0, 2, 1)",
            "ValueError",
            "",
            "Permute((2, 1))",
        ),
        (
            "Permute((1, 0))",
            "Invalid permutation argument `dims` for Permute Layer. Received dims=(1, 0)",
            "ValueError",
            "",
            "Permute((2, 1))",
        ),
        (
            "ops.transpose(a, (1, 0))",
            "of the same length as the input shape, expected 3, but received 2.",
            "ValueError",
            "",
            "from 0 to 2",
        ),
        (
            "ops.squeeze(a, axis=-1)",
            "Cannot squeeze axis -1, because the dimension is not 1.",
            "ValueError",
            "",
            "x[..., 0]",
        ),
        (
            "b = a[:, 5]",
            "Array has shape (None, 3) but out-of-bounds index (slice(None), 5) was requested.",
            "ValueError",
            "",
            "shape (None, 3) does not have",
        ),
        (
            "Normalization(axis=2).adapt(x)",
            "All `axis` values must be in range. Received inputs with ndim=2, while axis=(2,)",
            "ValueError",
            "",
            "Normalization is told to work along axis 2",
        ),
    ],
)
def test_axes_that_are_not_there_are_told(
    program: str, message: str, kind: str, by: str, seen: str
) -> None:
    assert seen in told(axis_not_there, program, message, kind, by)


def test_an_index_error_elsewhere_is_no_missing_axis() -> None:
    message = "tuple index out of range"

    assert told(axis_not_there, "f(axis=2)", message, "IndexError", "") == ""


@pytest.mark.parametrize(
    ("program", "message", "seen"),
    [
        (
            "Attention()(x)",
            "Attention layer must be called on a list of inputs, namely [query, value]",
            "Attention()([x, x])",
        ),
        (
            "Subtract()([a, b, c])",
            "A `Subtract` layer should be called on exactly 2 inputs.",
            "a - b - c",
        ),
    ],
)
def test_layers_of_two_tensors_are_told_how_to_get_them(
    program: str, message: str, seen: str
) -> None:
    assert seen in told(tensors_given_otherwise, program, message)


@pytest.mark.parametrize(
    ("program", "message", "seen"),
    [
        (
            "m.get_layer(1)",
            "No such layer: 1. Existing layers are: ['dense', 'dense_1'].",
            'get_layer(index=1), or get_layer("dense_1")',
        ),
        (
            "m.get_layer(index=2)",
            "Was asked to retrieve layer at index 2 but model only has 2 layers.",
            "get_layer(index=1)",
        ),
    ],
)
def test_places_of_layers_are_told(program: str, message: str, seen: str) -> None:
    assert seen in told(layer_inside_other_model, program, message)


@pytest.mark.parametrize(
    ("program", "what", "given", "seen"),
    [
        ("m.compile(0.01, 'mse')", "optimizer", "0.01", "keras.optimizers.Adam(0.01)"),
        ("Dense(3, kernel_regularizer=0.1)", "regularizer", "0.1", "keras.regularizers.L2(0.1)"),
        ("m.compile('adam(0.01)')", "optimizer", "adam(0.01)", "keras.optimizers.Adam(0.01)"),
        ("Dense(16, 8)", "activation function", "8", "keras.Input((8,))"),
        ("Dense(3, kernel_constraint='maxnorm')", "constraint", "maxnorm", '"max_norm"'),
        ("m.compile(loss='mean squared error')", "loss", "mean squared error", "mean_squared"),
    ],
)
def test_numbers_and_calls_in_quotes_are_told_as_objects(
    program: str, what: str, given: str, seen: str
) -> None:
    message = f"Could not interpret {what} identifier: {given}"

    assert seen in told(name_unknown_to_keras, program, message)


@pytest.mark.parametrize(
    ("program", "message", "seen"),
    [
        ("x = Input()", "You must pass a `shape` argument.", "Input is not given"),
        (
            "Discretization()",
            "You need to set either `num_bins` or `bin_boundaries`.",
            "num_bins=4",
        ),
        (
            "a, b = split_dataset(x)",
            "At least one of the `left_size` or `right_size` must be specified.",
            "left_size=0.8",
        ),
        ("m.get_layer()", "Provide either a layer name or layer index at `get_layer`.", "index=0"),
    ],
)
def test_what_keras_cannot_do_without_is_told(program: str, message: str, seen: str) -> None:
    assert seen in told(argument_left_out, program, message)


@pytest.mark.parametrize(
    ("program", "message", "seen"),
    [
        ("m.evaluate(x, epochs=3)", "Arguments not recognized: {'epochs': 3}", "such as fit"),
        (
            "m.save(p, signatures=None)",
            "The following argument(s) are not supported: ['signatures']",
            "model.export(folder)",
        ),
    ],
)
def test_arguments_of_other_calls_are_told(program: str, message: str, seen: str) -> None:
    assert seen in told(argument_not_recognized, program, message)


@pytest.mark.parametrize(
    "message",
    [
        "Sequential model 'sequential' has no defined output shape yet.",
        "This model has not yet been built. Build the model first by calling `build()`.",
    ],
)
def test_sizes_of_unbuilt_models_are_told(message: str) -> None:
    assert "keras.Input(shape)" in told(asked_before_built, "m.output_shape", message)


def test_a_metric_outside_of_a_list_is_told_as_it_is_written() -> None:
    message = (
        "Expected `metrics` argument to be a list, tuple, or dict. Received instead: "
        "metrics=<AUC name=auc> of type <class 'x'>"
    )

    seen = told(metrics_given_as_text, "m.compile('adam', metrics=AUC())", message)

    assert "metrics=[AUC()]" in seen


def test_layers_of_a_model_are_not_to_be_assigned() -> None:
    message = "`Model.layers` attribute is reserved and should not be used."
    program = "class Net(Model):\n    def __init__(self):\n        self.layers = []"

    finding = name_kept_by_keras.match(failed(f"{program}\n", message, "AttributeError"))

    assert finding is not None
    assert finding.evidence.startswith("Net assigns self.layers")


def test_a_metric_without_the_setup_of_keras_is_told() -> None:
    program = "class Hits(keras.metrics.Metric):\n    def __init__(self):\n        self.n = 0"
    message = "You forgot to call `super().__init__()` in the `__init__()` method. Go add it!"

    finding = parent_not_initialised.match(failed(f"{program}\n", message, "RuntimeError"))

    assert finding is not None
    assert finding.line == 2


@pytest.mark.parametrize(
    ("diagnosis", "program", "message", "kind", "seen"),
    [
        (
            gradients_not_paired,
            "o.apply(g)",
            "the gradients must match `optimizer.variables`. Received a list of 1 gradients, "
            "but the optimizer is tracking 2 trainable variables.",
            "ValueError",
            "optimizer.apply(gradients, model.trainable_variables)",
        ),
        (
            words_among_numbers,
            "to_categorical(labels)",
            "invalid literal for int() with base 10: np.str_('cat')",
            "ValueError",
            "return_inverse=True",
        ),
        (
            words_among_numbers,
            "pad_sequences(texts)",
            "invalid literal for int() with base 10: 'a'",
            "ValueError",
            "TextVectorization",
        ),
        (
            table_is_no_array,
            "split_dataset(frame, 0.8)",
            "Unsupported dataset type: <class 'pandas.core.frame.DataFrame'>",
            "TypeError",
            "table.to_numpy()",
        ),
        (
            picture_shrinks_to_nothing,
            "Cropping2D(4)(x)",
            "Values in `cropping` argument should be smaller than the dimension. Received: "
            "input_shape=(None, 8, 8, 3), cropping=((4, 4), (4, 4))",
            "ValueError",
            "all of (None, 8, 8, 3)",
        ),
    ],
)
def test_what_is_known_from_elsewhere_is_told_of_keras_too(
    diagnosis: ModuleType, program: str, message: str, kind: str, seen: str
) -> None:
    assert seen in told(diagnosis, program, message, kind)


def test_a_registered_class_without_get_config_is_told() -> None:
    program = "@register()\nclass Scaler:\n    x = 1\n"
    message = "Cannot register a class that does not have a get_config() method."

    finding = config_missing.match(failed(program, message, line=1))

    assert finding is not None
    assert finding.line == 2
    assert "Scaler is registered" in finding.evidence


@pytest.mark.parametrize(
    ("program", "change"),
    [
        ("tf.image.resize(x, 16)", "(16, 16)"),
        ("Resizing((32, 32), 3)", "Resizing(32, 32)"),
    ],
)
def test_the_size_of_pictures_is_told(program: str, change: str) -> None:
    message = "'size' must be a 1-D Tensor of 2 elements: new_height, new_width"

    assert change in told(sizes_for_other_axes, program, message, by="tensorflow.python.ops.x")


RATE = "keras.src.callbacks.learning_rate_scheduler._update_optimizer_lr"


@pytest.mark.parametrize(
    ("diagnosis", "program", "message", "kind", "by", "seen"),
    [
        (
            tensors_given_otherwise,
            "x = Dense(8)([a, b])",
            'Layer "dense" expects 1 input(s), but it received 2 input tensors.',
            "ValueError",
            "",
            "keras.layers.Concatenate()([a, b])",
        ),
        (
            numbers_of_examples_differ,
            "m.fit([a, b], y)",
            "Data cardinality is ambiguous.'x' sizes: 8, 7 'y' sizes: 8",
            "ValueError",
            "",
            "given as x have 8 and 7 rows",
        ),
        (
            numbers_of_examples_differ,
            "split_dataset((x, y), 0.8)",
            "arrays with different lengths. Expected shape=(20, 4) Received shape=(19,).",
            "ValueError",
            "",
            "20 and 19 rows",
        ),
        (
            single_example_given,
            "d(x)",
            "Input 0 of layer 'dense' is incompatible with the layer: expected min_ndim=2, "
            "found ndim=1. Full shape received: (2,)",
            "ValueError",
            "",
            "x[None]",
        ),
        (
            single_example_given,
            "pad_sequences([1, 2, 3])",
            "`sequences` must be a list of iterables. Found non-iterable: 1",
            "ValueError",
            "",
            "pad_sequences([sequence])",
        ),
        (
            values_do_not_fill_shape,
            "Reshape((-1, 3))",
            "The total size of the tensor must be unchanged, however, the input size cannot be "
            "divided. Received: input_shape=(10,), target_shape=(-1, 3)",
            "ValueError",
            "",
            "3 does not divide them",
        ),
        (
            labels_out_of_range,
            "to_categorical(y)",
            "index -9223372036854775808 is out of bounds for axis 1 with size 3",
            "IndexError",
            "keras.src.utils.numerical_utils.to_categorical",
            "np.isnan",
        ),
        (
            hook_has_other_arguments,
            "LearningRateScheduler(lambda: 0.1)",
            "<lambda>() takes 0 positional arguments but 1 was given",
            "TypeError",
            RATE,
            "def schedule(epoch, lr)",
        ),
        (
            lambda_layer_does_not_reload,
            "model_from_json(text)",
            "Requested the deserialization of a `Lambda` layer whose `function` is a lambda.",
            "ValueError",
            "",
            "enable_unsafe_deserialization",
        ),
        (
            axis_not_there,
            "ops.pad(x, ((1, 1), (1, 1)))",
            "`pad_width` must have the same length as `x.shape`. Received: pad_width=((1, 1), "
            "(1, 1)) (of length 2) and x.shape=(None, 3, 3) (of length 3)",
            "ValueError",
            "",
            "((0, 0), (1, 1), (1, 1))",
        ),
        (
            features_not_counted,
            "ConvLSTM2D(4, 3)(x)",
            "ConvLSTM layers only support static input shapes. input_shape=(None, 5, "
            "None, None, 1)",
            "ValueError",
            "",
            "height and width have to be known",
        ),
        (
            operands_do_not_fit,
            "Softmax()(x, mask=m)",
            "The `mask` must be broadcastable to `inputs`. inputs.shape=(2, 5), mask.shape=(2, 4)",
            "ValueError",
            "",
            "a mask of shape (2, 4)",
        ),
        (
            argument_not_recognized,
            "self.add_weight((3,), shape=(3,))",
            "`shape` was passed both positionally and as a keyword argument.",
            "ValueError",
            "",
            "its shape by position",
        ),
        (
            asked_before_built,
            "m.export('out')",
            "The model provided has not yet been built. It must be built before export.",
            "ValueError",
            "",
            "the size of the model",
        ),
    ],
)
def test_other_words_for_known_mistakes_are_read(
    diagnosis: ModuleType, program: str, message: str, kind: str, by: str, seen: str
) -> None:
    assert seen in told(diagnosis, program, message, kind, by)


@pytest.mark.parametrize(
    ("method", "message", "kind", "seen"),
    [
        (
            "def get_config(self):\n        config = {}",
            "The `get_config()` method of <Scale name=scale> should return a dict. It "
            "returned: None",
            "TypeError",
            "return config",
        ),
        (
            "def compute_output_shape(self, shape):\n        return 3",
            "Method `compute_output_shape()` of layer Scale is returning a type that is no shape. "
            "Received: 3",
            "ValueError",
            "gives 3",
        ),
    ],
)
def test_what_a_method_gives_to_keras_is_told(
    method: str, message: str, kind: str, seen: str
) -> None:
    program = f"class Scale(Layer):\n    {method}\n"

    finding = hook_has_other_arguments.match(failed(program, message, kind))

    assert finding is not None
    assert seen in f"{finding.evidence} -> {finding.change}"
