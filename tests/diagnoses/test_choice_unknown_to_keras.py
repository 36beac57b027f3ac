"""Words that choose and that Keras does not know."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import choice_unknown_to_keras as diagnosis

KERAS = "keras.src.layers.somewhere.__init__"


@pytest.mark.parametrize(
    ("program", "message", "change"),
    [
        (
            "Conv2D(8, 3, padding='causal')",
            "The `padding` argument must be a list/tuple or one of {'same', 'valid'}. "
            "Received: causal",
            'padding="same"; "causal" is for Conv1D',
        ),
        (
            "Bidirectional(LSTM(8), merge_mode='average')",
            'Invalid merge mode. Received: average. Merge mode should be one of {"sum", '
            '"mul", "ave", "concat", None}',
            'merge_mode="ave"',
        ),
        (
            "load_img(path, interpolation='linear')",
            "Invalid interpolation method linear specified. Supported methods are "
            "nearest, bilinear, bicubic",
            'interpolation="bilinear"',
        ),
        (
            "load_img(path, color_mode='gray')",
            'color_mode must be "grayscale", "rgb", or "rgba"',
            'color_mode="grayscale"',
        ),
        (
            "pad_sequences(rows, padding='end')",
            'Padding type "end" not understood',
            'padding="post"',
        ),
        (
            "ModelCheckpoint(path, save_freq='batch')",
            "Unrecognized save_freq: batch. Expected save_freq are 'epoch' or integer values",
            'save_freq="epoch", or a number',
        ),
        (
            "set_image_data_format('NCHW')",
            "The `data_format` argument must be one of {'channels_first', "
            "'channels_last'}. Received: data_format=nchw",
            '"channels_first"',
        ),
        (
            "cast(x, 'float')",
            "Invalid dtype: float",
            '"float32"',
        ),
        (
            "FeatureSpace({'a': 'category'}, features={'b': 'category'})",
            "Invalid feature type: category",
            'features="string_categorical"',
        ),
        (
            "randint((3,), 0, 9, dtype='float32')",
            "`keras.random.randint` requires an integer `dtype`. Received: dtype=float32",
            'dtype="int32" or "int64"',
        ),
        (
            "preprocess_input(x, mode='vgg')",
            "Expected mode to be one of `caffe`, `tf` or `torch`. Received: mode=vgg",
            'mode="caffe" or "tf" or "torch"',
        ),
    ],
)
def test_the_word_that_was_meant_is_told(program: str, message: str, change: str) -> None:
    finding = diagnosis.match(failed(f"\n\n{program}\n", message, raised_by=KERAS))

    assert finding is not None
    assert finding.line == 3
    assert finding.change.startswith(change)


def test_a_word_in_a_variable_is_found_where_it_was_given() -> None:
    message = 'Padding type "end" not understood'

    finding = diagnosis.match(
        failed("side = 'end'\n\npad_sequences(x, padding=side)\n", message, raised_by=KERAS)
    )

    assert finding is not None
    assert finding.line == 1


@pytest.mark.parametrize(
    ("program", "message"),
    [
        (
            "StringLookup(output_mode='one_hot', invert=True)",
            "`output_mode` must be `'int'` when `invert` is true.",
        ),
        ("Dense(3, padding='same')", "Expected one of {'same', 'valid'}. Received: 3"),
        ("load('model')", "Invalid filepath extension. Please add either a `.keras` extension"),
    ],
)
def test_what_is_no_word_among_others_is_left_alone(program: str, message: str) -> None:
    assert diagnosis.match(failed(f"\n\n{program}\n", message, raised_by=KERAS)) is None


def test_other_libraries_are_left_alone() -> None:
    message = "Expected one of {'micro', 'macro'}. Received: binary"

    assert (
        diagnosis.match(failed("\n\nf1(average='binary')\n", message, raised_by="sklearn.x"))
        is None
    )
