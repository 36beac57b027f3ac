"""
The axes of a tensor are to be arranged in a way that they do not allow.

## Why it hurts
`transpose`, `tile` and `pad` want one entry for each axis; `squeeze` takes away axes of size 1 only; `split` makes parts of one
size; and `reshape` can work out one size, -1, not two. All count the axis of the batch, which a picture in `map` does not have
yet and a batch has.

## Example
    import tensorflow as tf

    batch = tf.zeros((16, 28, 28))
    turned = tf.transpose(batch, [1, 0])

## Instead
    import tensorflow as tf

    batch = tf.zeros((16, 28, 28))
    turned = tf.transpose(batch, [0, 2, 1])
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import calls_around
from etude.diagnoses.sayings import Saying, told
from etude.diagnoses.stops import said
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("dev-1", "train-2")
GUIDE = "TensorFlow guide: Introduction to Tensors"
EXPLAINS = ("number_types_mixed",)

_SAYINGS = (
    Saying(
        r"Only one input size may be -1|can only specify one unknown dimension",
        "two sizes are left open with -1",
        "give all sizes but one: the rest is divided out; of a batch tf.shape(x)[0] is the number of rows",
    ),
    Saying(
        r"(?:transpose expects a vector of size|Dimension must be) (?P<axes>\d+)"
        r"(?:\. But input\(1\) is a vector of size| but is) (?P<given>\d+)(?! for '\{\{node [^}]*\}\} = (?!Transpose))",
        "transpose is given an order of {given} axes, and the tensor has {axes}",
        "name each of the {axes} axes once; in a map each picture comes without the axis of the batch",
    ),
    Saying(
        r"^axes don't match array",
        "transpose is given an order of other axes than the array has",
        "name each axis once, counted from 0: (1, 0) of a table, (0, 2, 1) of three axes; .T turns a table without an order",
    ),
    Saying(
        r"cannot select an axis to squeeze out which has size not equal to one",
        "an axis is to be squeezed away that does not have the size 1",
        "squeeze takes away axes of size 1 alone: choose one entry with x[:, 0], or average with x.mean(axis=...)",
    ),
    Saying(
        r"array split does not result in an equal division",
        "an array is to be split into equal parts that do not come out even",
        "np.array_split(x, n), whose parts may differ by one; or the places to cut at: np.split(x, [50, 60])",
    ),
    Saying(
        r"(?:Can not|Cannot) squeeze (?:dim\[(?P<axis>-?\d+)\]|axis=(?P<other>-?\d+)).*?(?:got|is not 1)\D*(?P<size>\d+)?",
        "an axis is to be squeezed away that does not have the size 1",
        "squeeze takes away axes of size 1 alone: choose one entry with x[:, 0], or average with tf.reduce_mean(x, axis=...)",
    ),
    Saying(
        r"Tried to expand dim index (?P<axis>-?\d+) for tensor with (?P<axes>\d+) dimensions",
        "a new axis is to stand at {axis}, and the tensor has {axes} axes",
        "axis=-1 puts it last, axis=0 first",
    ),
    Saying(
        r"dim (?P<axis>-?\d+) not in the interval \[-\d+, (?P<axes>\d+)\]\. for '\{\{node [^}]*\}\} = ExpandDims",
        "a new axis is to stand at {axis}, and the tensor has {axes} axes",
        "axis=-1 puts it last, axis=0 first",
    ),
    Saying(
        r"Number of ways to split should evenly divide the split dimension, but got split_dim \d+ \(size = (?P<size>\d+)\) and num_split "
        r"(?P<parts>\d+)",
        "{size} places are to be split into {parts} equal parts",
        "a number of parts that divides {size}, or the sizes of the parts: tf.split(x, [2, 3], axis=1)",
    ),
    Saying(
        r"divi[sd]ible by `indices_or_sections` when.*But received (?P<size>\d+) and (?P<parts>\d+)",
        "{size} places are to be split into {parts} equal parts",
        "a number of parts that divides {size}, or the places to cut at: keras.ops.split(x, [2], axis=-1)",
    ),
    Saying(
        r"Dimension size must be evenly divisible by (?P<parts>\d+) but is (?P<size>\d+)\s+Number of ways to split",
        "{size} places are to be split into {parts} equal parts",
        "a number of parts that divides {size}, or the sizes of the parts: tf.split(x, [2, 3], axis=1)",
    ),
    Saying(
        r"Expected multiples argument to be a vector of length (?P<axes>\d+) but got length (?P<given>\d+)",
        "tile is told how often for {given} axes, and the tensor has {axes}",
        "one number for each axis, 1 for those that stay: tf.tile(x, [1, 2]) of two axes",
    ),
    Saying(
        r"Shape must be rank (?P<axes>\d+) but is rank \d+ for '\{\{node [^}]*\}\} = Tile\[",
        "tile is told how often for another number of axes than the tensor has, {axes}",
        "one number for each axis, 1 for those that stay: tf.tile(x, [1, 2]) of two axes",
    ),
    Saying(
        r"paddings must be (?:a matrix with 2 columns|the rank of inputs)|= Pad(?:V2)?\[",
        "pad wants two numbers for each axis, before and after",
        "[[0, 0], [1, 1]] leaves the first axis as it is and adds one on both sides of the second",
    ),
    Saying(
        r"Expected size\[(?P<axis>\d+)\] in \[0, (?P<most>\d+)\], but got (?P<given>\d+)",
        "{given} places are to be cut out of axis {axis}, where {most} are left",
        "size -1 takes all that is left; x[a:b] stops at the end by itself",
    ),
    Saying(
        r"Shape \((?P<shape>[^)]*)\) must have rank 0|concat_dim: Tensor conversion requested",
        "the tensors to join are given one by one, and the second is taken for the axis",
        "give them as one list: tf.concat([a, b], axis=-1)",
    ),
    Saying(
        r"^Only integers, slices .* and scalar tf",
        "a tensor is asked for several places at once, which only arrays take in brackets",
        "tf.gather(x, places) for rows of these numbers, tf.boolean_mask(x, x > 0) for those where something holds",
    ),
    Saying(
        r"x and y must both be non-None or both be None",
        "tf.where is given one of the two values to choose between",
        "tf.where(condition, a, b); with the condition alone it gives the places where it holds",
    ),
    Saying(
        r"Input matrix must be square|dimensions of the array must be square|= MatrixInverse\[",
        "only a square matrix can be turned around",
        "tf.linalg.lstsq(a, b) or tf.linalg.pinv(a) for one that has more rows than columns",
    ),
)


_NO_SHAPE = re.compile(r"[Ss]hape must be a vector of")


def match(evidence: Evidence) -> Finding | None:
    return told(evidence, _SAYINGS) or _bare_sizes(evidence)


def _bare_sizes(evidence: Evidence) -> Finding | None:
    """``normal(16, 8)``: the first number is taken for the whole shape."""
    stopped = said(evidence, _NO_SHAPE)
    if stopped is None:
        return None
    error, _ = stopped
    calls = [one for one in calls_around(evidence.source, error.line) if one.args]
    sizes = [one for one in calls[-1].args if _is_size(one)] if calls else []
    told_sizes = ", ".join(map(ast.unparse, sizes)) or "3"
    return Finding(
        line=error.line,
        evidence=f"a shape is given as {'numbers side by side' if len(sizes) > 1 else 'one number'}",
        change=f"put {'them' if len(sizes) > 1 else 'it'} into a tuple: ({told_sizes}{',' if len(sizes) <= 1 else ''})",
    )


def _is_size(node: ast.expr) -> bool:
    """A whole number, or what may hold one."""
    return not isinstance(node, ast.Constant) or isinstance(node.value, int)
