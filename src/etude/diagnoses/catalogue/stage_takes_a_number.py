"""
A stage of a pipeline takes a whole number, and is given a text, nothing, a fraction or a number below 1.

## Why it hurts
`batch`, `shuffle`, `take` and the like count elements. A number that was read from the command line, the environment or a file
is text until `int` makes a number of it; a default of None is no number; and `//` gives 0 where the division comes to less than
one. What TensorFlow calls automatic is a number as well, `tf.data.AUTOTUNE`, and no word.

## Example
    import tensorflow as tf

    batch_size = "8"  # as a configuration file holds it
    train = tf.data.Dataset.range(32).batch(batch_size)

## Instead
    import tensorflow as tf

    batch_size = int("8")
    train = tf.data.Dataset.range(32).batch(batch_size)
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import calls_around
from etude.diagnoses.source import Source, constant
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("data-7", "data-8", "dev-3")
GUIDE = "TensorFlow guide: tf.data, build TensorFlow input pipelines"
EXPLAINS = ("none_counted_with", "number_types_mixed", "words_among_numbers")

# What became no number of the stage, as TensorFlow says it.
_TEXT = re.compile(r"Cannot convert (?P<text>'[^']*') to EagerTensor of dtype int64")
_FRACTION = re.compile(r"Cannot convert (?P<text>\d+\.\d+) to EagerTensor of dtype int64")
_NOTHING = re.compile(r"convert a value \(None\) with an unsupported type")
_TOO_SMALL = re.compile(
    r"(?P<name>[Bb]atch.size|buffer_size|[Ww]indow size|[Ww]indow shift) must be (?:greater than|>=?) ?(?:zero|0)"
)
# Stage -> the argument that counts, where it may stand without its name, and what people mostly give.
_COUNTS = {
    "batch": ("batch_size", 0, "32"),
    "padded_batch": ("batch_size", 0, "32"),
    "shuffle": ("buffer_size", 0, "1000"),
    "prefetch": ("buffer_size", 0, "tf.data.AUTOTUNE"),
    "take": ("count", 0, "10"),
    "skip": ("count", 0, "10"),
    "repeat": ("count", 0, "2"),
    "window": ("size", 0, "10"),
    "shard": ("num_shards", 0, "2"),
    "range": ("stop", 0, "10"),
    "map": ("num_parallel_calls", 1, "tf.data.AUTOTUNE"),
    "interleave": ("num_parallel_calls", 3, "tf.data.AUTOTUNE"),
}
_PARALLEL = "num_parallel_calls"
_BY_ITSELF = ("prefetch", "map", "interleave")
_WORDS = re.compile(r"auto(?:tune|matic)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Count:
    """What a stage is told to count to, as it is written."""

    stage: str
    name: str
    usual: str
    node: ast.expr

    @property
    def text(self) -> str:
        return ast.unparse(self.node)

    def given(self, value: str) -> str:
        """The stage with another number."""
        named = self.stage in ("map", "interleave")
        return f"{self.stage}({f'{self.name}=' if named else ''}{value})"


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or not error.raised_by.startswith("tensorflow."):
        return None
    counts = list(_counts(evidence.source, error.line))
    if found := _TOO_SMALL.search(error.message):
        return _too_small(error, counts, found["name"])
    told = _TEXT.search(error.message) or _FRACTION.search(error.message)
    value = told["text"] if told else "None" if _NOTHING.search(error.message) else ""
    count = _holding(error, counts, value) if value else None
    if count is None:
        return None
    shown = "" if count.text.strip("\"'") == value.strip("\"'") else f", which is {value}"
    return _finding(
        error, count, f"{count.stage} is given {count.text}{shown}", _change(count, value)
    )


def _counts(source: Source, line: int) -> Iterator[_Count]:
    """The numbers of the stages around a line, of the inner ones first, which come first in a chain."""
    for call in reversed(calls_around(source, line)):
        stage = call.func.attr if isinstance(call.func, ast.Attribute) else ""
        if stage not in _COUNTS:
            continue
        name, place, usual = _COUNTS[stage]
        named = [one.value for one in call.keywords if one.arg in (name, _PARALLEL)]
        placed = call.args[place : place + 1]
        for node in (*named, *placed):
            yield _Count(stage=stage, name=name, usual=usual, node=node)


def _holding(error: Error, counts: list[_Count], value: str) -> _Count | None:
    """The one that had this value; where it was computed on the spot, the only one that may have had it."""
    held = {one.name: one.value for one in error.operands}
    for count in counts:
        told = constant(count.node)
        written = repr(told) if not isinstance(told, ast.AST) else held.get(count.text, "")
        if written == value:
            return count
    open_ones = [one for one in counts if not isinstance(one.node, ast.Constant | ast.Name)]
    sure = [one for one in open_ones if _makes_text(one.node)] if not value[0].isdigit() else []
    return sure[0] if len(sure) == 1 else None


def _makes_text(node: ast.expr) -> bool:
    """What reads from outside gives text, or nothing: ``os.environ["SIZE"]``, ``input()``, ``arguments.size``."""
    return isinstance(node, ast.Call | ast.Subscript | ast.Attribute)


def _change(count: _Count, value: str) -> str:
    if value == "None":
        return f"{count.given(count.usual)}: {_meaning(count)}; look at where a default of None comes from"
    text = value.strip("'")
    if _WORDS.match(text):
        return f"{count.given('tf.data.AUTOTUNE')}, which is a number and no text" + (
            "" if count.stage in _BY_ITSELF else f"; {count.stage} needs one of your own"
        )
    if value[:1] != "'":
        return count.given(f"int({count.text})" if _is_name(count) else text.partition(".")[0])
    if not _is_name(count):
        return f"without quotes: {count.given(text)}"
    number = f"int({count.text})"
    return f"{count.given(number)}: what is read from the command line, a file or input() is text until int makes a number of it"


def _is_name(count: _Count) -> bool:
    return not isinstance(count.node, ast.Constant)


def _meaning(count: _Count) -> str:
    if count.stage == "shuffle":
        return "so many elements are held to draw from; the number of all mixes them thoroughly"
    return f"{count.name} is a whole number"


def _too_small(error: Error, counts: list[_Count], name: str) -> Finding | None:
    """0 or less, which is seen when the stage is made, or when the first element is drawn."""
    wanted = name.lower().replace(" ", "_")
    fits = [one for one in counts if one.name == wanted or one.stage == wanted.partition("_")[0]]
    if len(fits) != 1:
        return None
    count = fits[0]
    number = f"max(1, {count.text})" if _is_name(count) else count.usual
    return _finding(
        error,
        count,
        f"{count.stage} is given {count.text}, which comes to no number above 0",
        f"{count.given(number)}; print {count.text} before: a division by too much, or nothing that was counted"
        if _is_name(count)
        else count.given(number),
    )


def _finding(error: Error, count: _Count, seen: str, change: str) -> Finding:
    return Finding(
        line=count.node.lineno,
        about=count.stage,
        evidence=f"{seen}, and takes a whole number from 1 on",
        change=change,
    )
