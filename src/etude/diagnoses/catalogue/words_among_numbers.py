"""
A word stands where numbers are to be made.

## Why it hurts
A network takes numbers alone. `astype`, `float` and scalers turn "3.5" into a number and stop at the first text that
is none: a category such as "male", a mark for a gap such as "?", or a number with a comma or a unit in it.

## Example
    import numpy as np

    passengers = np.array([["male", "22"], ["female", "38"]])
    features = passengers.astype("float32")

## Instead
    import numpy as np

    passengers = np.array([["male", "22"], ["female", "38"]])
    is_female = (passengers[:, 0] == "female").astype("float32")
    features = np.stack([is_female, passengers[:, 1].astype("float32")], axis=1)
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import call_at
from etude.diagnoses.sayings import Saying, told
from etude.diagnoses.source import argument, call_line
from etude.diagnoses.stops import said
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("data-3", "data-5", "dev-3")
GUIDE = "Keras guide: Working with preprocessing layers"
EXPLAINS = ()

_REFUSED = re.compile(
    r"(?:(?:could not convert string to float|invalid literal for int\(\) with base 10): "
    r"(?:np\.str_\()?|Unable to parse string )['\"](?P<word>.*?)['\"]\)?(?:\s|$)"
    r"|StringToNumberOp could not correctly convert string: (?P<read>.*)$",
    re.DOTALL,
)
_CAST = re.compile(r"Cast string to \w+ is not supported")
_TEXT = (
    Saying(
        r"Cannot convert \[*'(?P<word>[^']{1,40})'.* to EagerTensor of dtype (?:float|double|half|bfloat16|u?int)",
        '"{word}" is to become a number, since the others are numbers or dtype says so',
        "numbers written as text: tf.strings.to_number(texts), or float(text) of one; names of classes: keras.layers.StringLookup",
    ),
    Saying(
        r"Cannot perform reduction '(?:mean|std|var|median|sum)' with string dtype",
        "a column of text is among those that are counted with",
        "leave such columns out: numeric_only=True, or choose those of numbers before, table[[...]]; numbers written as text: pd.to_numeric",
    ),
    Saying(
        r"does not support operation '(?P<name>\w+)'|[Cc]ould not convert string .* to numeric|agg function failed \[how->\w+,dtype->(?:object|str)",
        "a column of text or of a category is among those that are counted with",
        "leave such columns out: numeric_only=True, or choose those of numbers before, table[[...]]",
    ),
    Saying(
        r"attr '\w+' of string is not in the list of allowed values|Cast string to \w+ is not supported"
        r"|Cannot perform reduction '\w+' with string dtype|Value passed to parameter '\w+' has DataType string not in list",
        "text is given to what counts with numbers",
        "encode it first: StringLookup for names of classes and categories; tf.strings.to_number, or pd.to_numeric, for numbers written as text",
    ),
)
_MARKS = ("", "?", "-", "na", "n/a", "nan", "null", "none", "missing", "unknown")
# What people write into numbers: 1,200 and 12 kg and $5 and 10%.
_ORNAMENTS = re.compile(r"^[^\w.+-]*[\d.,\s+-]*\d[\d.,\s]*[^\d]*$")
_MOST_SHOWN = 40


def match(evidence: Evidence) -> Finding | None:
    stopped = said(evidence, _REFUSED)
    if stopped is None:
        return _scale_as_text(evidence) or told(evidence, _TEXT)
    error, found = stopped
    word = (found["word"] or found["read"] or "").strip()
    return Finding(
        line=error.line,
        evidence=f'"{word[:_MOST_SHOWN]}" is among what line {error.line} turns into numbers',
        change=_of_function(evidence, error.line) or _change(word),
        about=word[:_MOST_SHOWN],
    )


def _scale_as_text(evidence: Evidence) -> Finding | None:
    """``Rescaling("1/255")``, whose text is seen only when pictures come."""
    if said(evidence, _CAST) is None:
        return None
    for call in evidence.source.calls("Rescaling"):
        scale = argument(call, "scale", 0)
        if isinstance(scale, str):
            return Finding(
                line=call_line(call),
                about="Rescaling",
                evidence=f'Rescaling is given scale="{scale}", a text, and multiplies by a number',
                change=f"without quotes: Rescaling({scale})",
            )
    return None


def _of_function(evidence: Evidence, line: int) -> str:
    """What to do before functions of Keras that take numbers of classes or of words."""
    if call_at(evidence.source, line, "to_categorical") is not None:
        return (
            "number the classes first: names, numbers = np.unique(labels, return_inverse=True), then to_categorical(numbers); names "
            "keeps which is which"
        )
    if call_at(evidence.source, line, "pad_sequences") is not None:
        return "number the words first: TextVectorization(output_sequence_length=...) numbers and pads them at once"
    return ""


def _change(word: str) -> str:
    if word.lower() in _MARKS:
        return (
            f'"{word}" marks a gap: say so when reading, pd.read_csv(..., na_values="{word}"), and fill or drop such '
            "rows before"
        )
    if _ORNAMENTS.match(word):
        return "take away what is no part of the number before: text.replace(',', '').strip()"
    return (
        "encode this column: one-hot columns for a category (pd.get_dummies, or StringLookup with "
        "CategoryEncoding), TextVectorization for text; leave it out if it is only a name"
    )
