"""
A word that chooses between ways of working is none of those that Keras knows.

## Why it hurts
Such words (`padding="same"`, `merge_mode="sum"`, `label_mode="int"`) differ from function to function and from version to
version. Keras lists those that it takes and leaves it to the reader to find which of them was meant.

## Example
    import keras

    model = keras.Sequential([keras.Input((28, 28, 1)), keras.layers.Conv2D(8, 3, padding="full")])

## Instead
    import keras

    model = keras.Sequential([keras.Input((28, 28, 1)), keras.layers.Conv2D(8, 3, padding="same")])
"""

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import value_of
from etude.diagnoses.places import calls_around
from etude.diagnoses.source import Source, last_name
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("dev-2", "dev-3")
GUIDE = "Keras: Keras 2 to Keras 3 migration"
EXPLAINS = ()

_TYPES = ("ValueError", "NotImplementedError", "TypeError")
# What Keras says it takes: words in quotes, or names after the announcement of a list.
_QUOTED = re.compile(r"['\"]([\w-]+)['\"]")
_IN_BACKTICKS = re.compile(r"`([\w-]+)`")
# Words that Keras does not list either, by what it says.
_TYPES_OF_NUMBERS = re.compile(r"^Invalid dtype: \w+")
_WHOLE_NUMBERS = re.compile(r"requires an integer `dtype`")
_FEATURES = re.compile(r"^Invalid feature type: \w+")
_NUMBERS = ("float32", "float16", "float64", "int32", "int64", "uint8", "bool")
_OF_FEATURES = (
    *("float", "float_normalized", "float_rescaled", "float_discretized"),
    *("integer_categorical", "string_categorical", "integer_hashed", "string_hashed"),
)
_LISTED = re.compile(r"(?:methods are|formats are|Allowed values are):? (?P<words>[\w, ]+)")
_WORDS_FOLLOW = re.compile(
    r"one of|[Aa]llowed|[Ee]xpected|must be|should be|include|[Ss]upported|not understood|Unknown arg"
)
# Functions that do not list what they take.
_UNLISTED = {
    ("pad_sequences", "padding"): ("pre", "post"),
    ("pad_sequences", "truncating"): ("pre", "post"),
    ("CategoryEncoding", "output_mode"): ("one_hot", "multi_hot", "count"),
    ("ModelCheckpoint", "save_freq"): ("epoch",),
    ("BackupAndRestore", "save_freq"): ("epoch",),
}
_SAYINGS = (_WORDS_FOLLOW, _TYPES_OF_NUMBERS, _WHOLE_NUMBERS, _FEATURES)
# What people write for it: old names, those of other libraries, and plain words.
_MEANT: Mapping[str, Sequence[str]] = {
    "linear": ("bilinear",),
    "cubic": ("bicubic",),
    "gray": ("grayscale",),
    "grey": ("grayscale",),
    "sparse": ("int",),
    "average": ("ave", "mean"),
    "avg": ("ave", "sum_over_batch_size", "mean"),
    "auto": ("sum_over_batch_size",),
    "sum_over_batch": ("sum_over_batch_size",),
    "concatenate": ("concat",),
    "multiply": ("mul",),
    "end": ("post",),
    "right": ("post",),
    "after": ("post",),
    "left": ("pre",),
    "begin": ("pre",),
    "start": ("pre",),
    "zero": ("constant",),
    "zeros": ("constant",),
    "edge": ("nearest",),
    "nchw": ("channels_first",),
    "nhwc": ("channels_last",),
    "float": ("float32",),
    "category": ("string_categorical",),
    "categorical": ("string_categorical",),
    "number": ("float_normalized",),
    "double": ("float64",),
    "half": ("float16",),
    "single": ("float32",),
    "tflite": ("litert",),
    "precision-recall": ("PR",),
    "tfidf": ("tf_idf",),
    "tf-idf": ("tf_idf",),
    "float16_mixed": ("mixed_float16",),
    "fp16": ("mixed_float16", "float16"),
    "batch": ("epoch",),
    "lowercase": ("lower",),
    "word": ("whitespace",),
    "words": ("whitespace",),
    "char": ("character",),
    "onehot": ("one_hot", "categorical"),
    "one_hot": ("categorical",),
}
_CLOSE = 0.6
_FEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    """A word of the program: whose argument it is, under which name, "" when it is not named."""

    node: ast.Constant
    call: ast.Call
    name: str = ""

    @property
    def owner(self) -> str:
        return last_name(self.call.func)

    @property
    def text(self) -> str:
        return str(self.node.value)


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or error.type not in _TYPES or not error.raised_by.startswith("keras."):
        return None
    if not any(said.search(error.message) for said in _SAYINGS):
        return None
    for word in _words(evidence.source, error.line):
        known = _known(error, word)
        if known and _is_refused(error, word, known):
            return _finding(word, known)
    return None


def _finding(word: _Word, known: Sequence[str]) -> Finding:
    told = f'{word.name}="{word.text}"' if word.name else f'"{word.text}"'
    return Finding(
        line=word.node.lineno,
        about=word.owner,
        evidence=f"{word.owner} is given {told}, which is none of {', '.join(known)}",
        change=_change(word, known),
    )


def _change(word: _Word, known: Sequence[str]) -> str:
    written = f"{word.name}=" if word.name else ""
    if word.text == "causal":
        return f'{written}"same"; "causal" is for Conv1D alone, whose inputs have an order in time'
    if word.name == "save_freq":
        return 'save_freq="epoch", or a number: every so many batches'
    if word.name == "average" and word.text == "binary":
        return 'average=None with threshold=0.5 for one output of 0 and 1, average="macro" for several classes'
    if (meant := _meant(word.text, known)) is not None:
        return f'{written}"{meant}"'
    return f"{written}" + " or ".join(f'"{one}"' for one in known)


def _meant(text: str, known: Sequence[str]) -> str | None:
    for one in _MEANT.get(text.lower(), ()):
        if one in known:
            return one
    smaller = {one.lower(): one for one in known}
    close = get_close_matches(text.lower(), list(smaller), n=1, cutoff=_CLOSE)
    return smaller[close[0]] if close else None


def _words(source: Source, line: int) -> Iterator[_Word]:
    """Words that calls around this line are given, the inner calls first."""
    for call in reversed(calls_around(source, line)):
        for argument in call.keywords:
            for value in _values(argument.value):
                if (node := _text(source, value)) is not None:
                    yield _Word(node=node, call=call, name=argument.arg or "")
        for given in call.args:
            if (node := _text(source, given)) is not None:
                yield _Word(node=node, call=call)


def _values(node: ast.expr) -> Sequence[ast.expr]:
    """An argument, or what a dictionary that is written there holds."""
    return [one for one in node.values if one is not None] if isinstance(node, ast.Dict) else [node]


def _text(source: Source, node: ast.expr | None) -> ast.Constant | None:
    if isinstance(node, ast.Name):
        node = value_of(source, node.id, before=node.lineno)
    is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return node if is_text and isinstance(node, ast.Constant) else None


def _known(error: Error, word: _Word) -> Sequence[str]:
    """The words that Keras takes instead, in the order of its message."""
    if unlisted := _UNLISTED.get((word.owner, word.name)):
        return unlisted
    if _TYPES_OF_NUMBERS.search(error.message):
        return _NUMBERS
    if _WHOLE_NUMBERS.search(error.message):
        return _NUMBERS[3:5]
    if _FEATURES.search(error.message):
        return _OF_FEATURES
    listed = _LISTED.search(error.message)
    words = _QUOTED.findall(error.message) or _IN_BACKTICKS.findall(error.message)
    words += [one.strip() for one in listed["words"].split(",")] if listed else []
    spoken = {word.text.lower(), word.name, word.owner, "int" if word.name == "dtype" else ""}
    return [one for one in dict.fromkeys(words) if one and one.lower() not in spoken]


def _is_refused(error: Error, word: _Word, known: Sequence[str]) -> bool:
    """Whether it is this word that the message quotes, among several that are known."""
    text = word.text.lower()
    quoted = re.search(rf"(?<![\w-]){re.escape(text)}(?![\w-])", error.message.lower())
    about = bool(quoted) or (bool(word.name) and word.name in error.message)
    enough = len(known) >= _FEWEST or (word.owner, word.name) in _UNLISTED
    return about and enough and text not in {one.lower() for one in known}
