"""What stops before TensorFlow has a say: slips that Python and its libraries refuse."""

from dataclasses import replace
from types import ModuleType

import pytest
from stopped import failed

from etude.diagnoses.catalogue import (
    argument_left_out,
    array_taken_for_one_number,
    called_though_no_function,
    examples_counted_in_shape,
    file_not_found,
    fitted_part_missing,
    layers_not_in_a_list,
    metrics_given_as_text,
    name_removed,
    nothing_returned_by_method,
    numbers_of_examples_differ,
    picture_written_as_fractions,
    shape_is_no_tuple,
    size_has_a_fraction,
    sizes_given_one_by_one,
    table_indexed_as_array,
    table_is_no_array,
    tensors_given_otherwise,
    unpacked_into_other_number,
)
from etude.domain.error import Missing

UNPACK = "too many values to unpack (expected 3)"
NOTHING = "'NoneType' object has no attribute 'fit'"
SYMBOLIC = "Iterating over a symbolic KerasTensor is not supported."


@pytest.mark.parametrize(
    ("diagnosis", "program", "message", "line", "change"),
    [
        (
            shape_is_no_tuple,
            "x = Input(784)\n",
            "Cannot convert '784' to a shape.",
            1,
            "with a comma: (784,)",
        ),
        (
            shape_is_no_tuple,
            "x = keras.Input(28, 28, 1)\n",
            "Cannot convert '28' to a shape.",
            1,
            "one tuple: (28, 28, 1)",
        ),
        (
            shape_is_no_tuple,
            "x = LSTM(8, input_shape=(steps))\n",
            "Cannot convert '10' to a shape.",
            1,
            "(steps,)",
        ),
        (
            array_taken_for_one_number,
            "if p > 0.5: pass\n",
            "The truth value of an array with more than one element is ambiguous.",
            1,
            "np.where",
        ),
        (
            array_taken_for_one_number,
            "float(p)\n",
            "only 0-dimensional arrays can be converted to Python scalars",
            1,
            ".item()",
        ),
        (
            unpacked_into_other_number,
            "a, b, c = train_test_split(x, y)\n",
            UNPACK,
            1,
            "two parts of each array",
        ),
        (
            unpacked_into_other_number,
            "loss, accuracy = model.evaluate(x, y)\n",
            "cannot unpack non-iterable float object",
            1,
            "the loss and each metric",
        ),
        (
            called_though_no_function,
            "inputs = Input((8,))\nout = inputs(Dense(1))\n",
            "'KerasTensor' object is not callable",
            2,
            "Dense(1)(inputs)",
        ),
        (
            called_though_no_function,
            "sum = 3\nprint(sum(rows))\n",
            "'int' object is not callable",
            2,
            "another name than sum",
        ),
        (
            called_though_no_function,
            "rows = load()\nprint(rows(3))\n",
            "'list' object is not callable",
            2,
            "rows[...]",
        ),
        (
            nothing_returned_by_method,
            "model = build()\nmodel = model.compile('adam')\nmodel.fit(x)\n",
            NOTHING,
            2,
            "leave `model =` out",
        ),
        (
            nothing_returned_by_method,
            "table = table.fillna(0, inplace=True)\nx = table[0]\n",
            "'NoneType' object is not subscriptable",
            1,
            "leave `table =` out",
        ),
        (
            sizes_given_one_by_one,
            "a = np.zeros(28, 28)\n",
            "Cannot interpret '28' as a data type",
            1,
            "np.zeros((28, 28))",
        ),
        (
            sizes_given_one_by_one,
            "a = np.concatenate(b, c)\n",
            "only integer scalar arrays can be converted to a scalar index",
            1,
            "np.concatenate([b, c])",
        ),
        (
            fitted_part_missing,
            "scaler.transform(x)\n",
            "This MinMaxScaler instance is not fitted yet. Call 'fit'",
            1,
            "with the same object",
        ),
        (
            metrics_given_as_text,
            "model.compile(loss='mse',\n    metrics='mae')\nmodel.fit(x)\n",
            "Expected `metrics` argument to be a list, tuple, or dict. Received instead: "
            "metrics=mae of type <class 'str'>",
            2,
            'metrics=["mae"]',
        ),
        (
            table_is_no_array,
            "pictures = pictures / 255\n",
            "unsupported operand type(s) for /: 'list' and 'int'",
            1,
            "np.array(...)",
        ),
        (
            numbers_of_examples_differ,
            "train_test_split(x, y)\n",
            "Found input variables with inconsistent numbers of samples: [64, 50]",
            1,
            "drops rows",
        ),
        (
            size_has_a_fraction,
            "n = len(x) * 0.8\nx[:n]\n",
            "slice indices must be integers or None or have an __index__ method",
            1,
            "int(len(x) * 0.8)",
        ),
        (
            tensors_given_otherwise,
            "from keras import layers\nh = layers.Conv2D(4, 3)(i)\nh = layers.MaxPooling2D(h)\n",
            SYMBOLIC,
            3,
            "layers.MaxPooling2D()(h)",
        ),
        (
            argument_left_out,
            "x = np.expand_dims(x)\n",
            "expand_dims() missing 1 required positional argument: 'axis'",
            1,
            "expand_dims(axis=0)",
        ),
        (
            examples_counted_in_shape,
            "inputs = Input(x.shape)\nmodel.fit(x, y)\n",
            "Kernel shape must have the same length as input",
            1,
            "x.shape[1:]",
        ),
        (
            examples_counted_in_shape,
            "model.add(Conv2D(8, 3, input_shape=x.shape))\nmodel.fit(augment.flow(x, y))\n",
            "Kernel shape must have the same length as input",
            1,
            "x.shape[1:]",
        ),
        (
            examples_counted_in_shape,
            "inputs = Input(x.shape)\nmodel.fit(batches)\n",
            "Kernel shape must have the same length as input, but received kernel of shape "
            "(3, 3, 1, 32) and input of shape (None, 800, 32, 32, 1).",
            1,
            "x.shape[1:]",
        ),
        (
            unpacked_into_other_number,
            "out, h = LSTM(8, return_state=True)(x)\n",
            "too many values to unpack (expected 2)",
            1,
            "output, h, c",
        ),
        (
            layers_not_in_a_list,
            "model = Sequential(Dense(8), Dense(1))\n",
            "Expected `trainable` to be a boolean. Received: trainable=<Dense name=dense_1>",
            1,
            "Sequential([...])",
        ),
        (
            table_indexed_as_array,
            "x = df[:, 0:3]\n",
            "(slice(None, None, None), slice(0, 3, None))",
            1,
            "df.iloc[:, 0:3]",
        ),
        (
            table_indexed_as_array,
            "x = df.iloc[:, 'a':'c']\n",
            "cannot do positional indexing on Index with these indexers [a] of type str",
            1,
            "df.loc[:, 'a':'c']",
        ),
        (
            picture_written_as_fractions,
            "Image.fromarray(x)\n",
            "Cannot handle this data type: (1, 1, 1), <f4",
            1,
            '(x[..., 0] * 255).astype("uint8")',
        ),
        (
            name_removed,
            "x = x.astype(np.float)\n",
            "module 'numpy' has no attribute 'float'. `np.float` was a deprecated alias",
            1,
            "np.float32",
        ),
    ],
)
def test_a_slip_is_told_at_its_line_with_what_to_write(
    diagnosis: ModuleType, program: str, message: str, line: int, change: str
) -> None:
    kind = "AttributeError" if "attribute" in message else "TypeError"
    stopped = len(program.splitlines())

    finding = diagnosis.match(failed(program, message, kind, line=stopped, raised_by=""))

    assert finding is not None
    assert finding.line == line
    assert change in finding.change


@pytest.mark.parametrize(
    ("diagnosis", "program", "message"),
    [
        (unpacked_into_other_number, "a, b, c = mine(x)\n", UNPACK),
        (nothing_returned_by_method, "model = mine()\nmodel.fit(x)\n", NOTHING),
        (
            argument_left_out,
            "def shape(x, n): pass\nshape(3)\n",
            "shape() missing 1 required positional argument: 'n'",
        ),
        (sizes_given_one_by_one, "a = b[c]\n", "only integer scalar arrays can be converted to a "),
        (
            examples_counted_in_shape,
            "inputs = Input(row.shape)\nmodel.fit(x, y)\n",
            "Kernel shape must have the same length as input",
        ),
        (tensors_given_otherwise, "for row in inputs: pass\n", SYMBOLIC),
    ],
)
def test_what_only_looks_like_one_is_left_to_others(
    diagnosis: ModuleType, program: str, message: str
) -> None:
    assert (
        diagnosis.match(failed(program, message, "TypeError", line=len(program.splitlines())))
        is None
    )


@pytest.mark.parametrize(
    ("line", "change"),
    [("model.save('models/a.keras')", "mkdir"), ("model = load_model('models/a.keras')", "path")],
)
def test_a_file_to_write_lacks_its_folder_and_one_to_read_itself(line: str, change: str) -> None:
    missing = Missing(kind="file", name="models/a.keras")
    of = failed(f"{line}\n", "No such file", "FileNotFoundError", line=1)
    of = replace(of, errors=[replace(of.errors[0], missing=missing)])

    finding = file_not_found.match(of)

    assert finding is not None
    assert change in finding.change
