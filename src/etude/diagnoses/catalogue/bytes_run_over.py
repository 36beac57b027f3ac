"""
Pixels are subtracted as bytes, which know no negative numbers.

## Why it hurts
Pictures mostly come as uint8, whole numbers from 0 to 255. In NumPy `pictures - 128` stays uint8 and begins again at
the other end: 127 - 128 is 255, so a shade below the middle becomes the brightest of all. Nothing warns, the result still
looks like numbers of the right size, and the network learns from torn pictures. Turn them into floats first.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    pictures = rng.integers(0, 256, (32, 8, 8, 1)).astype("uint8")
    labels = np.arange(32) % 2

    pictures = (pictures - 128) / 128
    model = keras.Sequential([keras.Input((8, 8, 1)), keras.layers.Flatten(), keras.layers.Dense(2)])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer="adam", loss=loss)
    model.fit(pictures, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    pictures = rng.integers(0, 256, (32, 8, 8, 1)).astype("uint8")
    labels = np.arange(32) % 2

    pictures = (pictures.astype("float32") - 128) / 128
    model = keras.Sequential([keras.Input((8, 8, 1)), keras.layers.Flatten(), keras.layers.Dense(2)])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer="adam", loss=loss)
    model.fit(pictures, labels, verbose=0)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.origins import origins
from etude.diagnoses.source import Source, constant, dotted_name, last_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("image-2", "data-4", "data-2")
GUIDE = "TensorFlow tutorial: Load NumPy data"
EXPLAINS = ("trained_too_short", "stuck_at_majority", "pixels_not_scaled")

_BYTES = ("uint8", "np.uint8", "numpy.uint8", "tf.uint8")
# Their pictures are uint8; those of other sets are not.
_SETS = ("mnist.load_data", "fashion_mnist.load_data", "cifar10.load_data", "cifar100.load_data")
_MAKES_FLOATS = ("astype", "cast", "asarray", "array", "float32", "float64", "convert_image_dtype")


def match(evidence: Evidence) -> Finding | None:
    for taken, name in _subtractions(evidence.source):
        return Finding(
            line=taken.lineno,
            evidence=f"{name} holds bytes, and {ast.unparse(taken)} stays uint8: what is below 0 comes out "
            "as 255, 254, ...",
            change='make floats of it first: astype("float32")',
        )
    return None


def _subtractions(source: Source) -> Iterator[tuple[ast.BinOp, str]]:
    """``bytes - 128`` with a whole number above 0, and the name of the bytes."""
    for node in source.nodes:
        if not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.Sub):
            continue
        number = constant(node.right)
        is_whole = isinstance(number, int) and not isinstance(number, bool) and number > 0
        if (
            is_whole
            and isinstance(node.left, ast.Name)
            and _is_bytes(source, node.left, node.lineno)
        ):
            yield node, node.left.id


def _is_bytes(source: Source, name: ast.Name, line: int) -> bool:
    """Whether a name was made of bytes, and of nothing that makes floats of them."""
    parts = list(origins(source, name, before=line - 1))  # not what this line makes of it
    if any(isinstance(part, ast.BinOp) and isinstance(part.op, ast.Div) for part in parts):
        return False
    calls = [part for part in parts if isinstance(part, ast.Call)]
    if any(_makes_floats(call) for call in calls):
        return False
    return any(_gives_bytes(call) for call in calls) and not _unpacks_labels(source, name, line)


def _gives_bytes(call: ast.Call) -> bool:
    given = [*call.args, *(keyword.value for keyword in call.keywords)]
    return dotted_name(call.func).endswith(_SETS) or any(_is_uint8(one) for one in given)


def _makes_floats(call: ast.Call) -> bool:
    """``astype`` and the like to anything but bytes."""
    if not last_name(call.func).endswith(_MAKES_FLOATS):
        return False
    given = [*call.args, *(keyword.value for keyword in call.keywords)]
    return not any(_is_uint8(one) for one in given)


def _is_uint8(node: ast.expr) -> bool:
    return constant(node) == "uint8" or dotted_name(node) in _BYTES


def _unpacks_labels(source: Source, name: ast.Name, line: int) -> bool:
    """Whether the name is the second of a pair such as ``(x_train, y_train)``: labels begin at 1."""
    for node in source.nodes:
        if isinstance(node, ast.Tuple) and isinstance(node.ctx, ast.Store) and node.lineno < line:
            places = [i for i, one in enumerate(node.elts) if getattr(one, "id", "") == name.id]
            if places and places[0] % 2:
                return True
    return False
