"""
Two settings are given that do not go together.

## Why it hurts
Some arguments are two ways to say one thing, and others make sense only with a certain value of another one. Keras refuses both
rather than to choose.

## Example
    import keras

    optimizer = keras.optimizers.Adam(0.001, clipnorm=1.0, clipvalue=0.5)

## Instead
    import keras

    optimizer = keras.optimizers.Adam(0.001, clipnorm=1.0)
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import calls_around
from etude.diagnoses.source import argument, last_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("dev-2", "model-10", "dev-3")
GUIDE = "Keras API: Optimizers"
EXPLAINS = ()

# What Keras says, the settings, and what to do.
_SAID = (
    (
        re.compile(r"Forward layer and backward layer should have different `go_backwards`"),
        ("backward_layer",),
        "make the backward layer with go_backwards=True; or leave it out, Bidirectional makes one of its own",
    ),
    (
        re.compile(r"[Oo]nly one of `clipnorm`"),
        ("clipnorm", "clipvalue", "global_clipnorm"),
        "keep one: clipnorm limits the length of each gradient, clipvalue each of its numbers, global_clipnorm all together",
    ),
    (
        re.compile(r"strides > 1.*(?:conjunction|compatible) with.*dilation_rate > 1"),
        ("strides", "dilation_rate"),
        "keep one: strides makes the picture smaller, dilation_rate widens what each kernel sees",
    ),
    (
        re.compile(r"cannot pass both `shape` and `batch_shape`"),
        ("shape", "batch_shape"),
        "shape alone, one example without its batch; batch_shape only where the batch size is fixed",
    ),
    (
        re.compile(r"cannot pass both `batch_size` and `batch_shape`"),
        ("batch_size", "batch_shape"),
        "batch_shape says the batch size already: leave batch_size out",
    ),
    (
        re.compile(r"Both `num_bins` and `bin_boundaries` should not be set"),
        ("num_bins", "bin_boundaries"),
        "bin_boundaries for limits of your own, or num_bins and adapt, which finds them",
    ),
    (
        re.compile(r"`output_sequence_length` must not be set if `output_mode` is not 'int'"),
        ("output_sequence_length", "output_mode"),
        "leave output_sequence_length out: one number for each word of the vocabulary has always the same length",
    ),
    (
        re.compile(r"`output_mode` must be `'int'` when `invert` is true"),
        ("output_mode", "invert"),
        "leave output_mode out: invert=True turns numbers back into words, and takes argmax of one-hot rows before",
    ),
    (
        re.compile(r"`num_labels` is needed only when `multi_label` is True"),
        ("num_labels",),
        "leave num_labels out for one label per row; multi_label=True where a row can have several",
    ),
    (
        re.compile(r"`count_weights` is not used when `output_mode` is not `'count'`"),
        ("count_weights",),
        'output_mode="count", or no count_weights',
    ),
    (
        re.compile(r"Only one of `pad_to_aspect_ratio`, `crop_to_aspect_ratio`"),
        ("pad_to_aspect_ratio", "crop_to_aspect_ratio"),
        "keep one: crop cuts the edges off, pad adds some",
    ),
    (
        re.compile(r"sum of `left_size` and `right_size`"),
        ("left_size", "right_size"),
        "let both add up to 1 at most, such as 0.8 and 0.2; or give left_size alone, the rest is the right part",
    ),
    (
        re.compile(r"`end_index` must be higher than `start_index`"),
        ("start_index", "end_index"),
        "end_index counts from the first row as well: take one behind start_index, or leave it out",
    ),
    (
        re.compile(
            r"cannot specify both `sequence_length` and|Cannot set both `ragged` and `output_sequence_length`"
        ),
        ("ragged", "output_sequence_length"),
        "ragged=True keeps every length, output_sequence_length makes them alike: keep one",
    ),
    (
        re.compile(
            r"`class_names` if `labels=\"inferred\"`|`labels=None` \(no labels\), argument `class_names`"
        ),
        ("labels", "class_names"),
        'class_names goes with labels="inferred", which reads the classes from the folders: leave one of the two out',
    ),
)


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or not error.raised_by.startswith("keras."):
        return None
    for said, names, change in _SAID:
        if said.search(error.message):
            return _finding(evidence, error.line, names, change)
    return None


def _finding(evidence: Evidence, line: int, names: tuple[str, ...], change: str) -> Finding:
    call = next(
        (c for c in reversed(calls_around(evidence.source, line)) if _given(c, names)), None
    )
    given = _given(call, names) if call is not None else []
    owner = last_name(call.func) if call is not None else "the call"
    return Finding(
        line=evidence.source.line_of_argument(call, given[-1]) if call is not None else line,
        about=owner,
        evidence=f"{owner} is given {' and '.join(_told(call, one) for one in given) or 'settings'}"
        + (", which do not go together" if len(given) > 1 else ", which goes with another setting"),
        change=change,
    )


def _given(call: ast.Call, names: tuple[str, ...]) -> list[str]:
    return [name for name in names if any(one.arg == name for one in call.keywords)]


def _told(call: ast.Call | None, name: str) -> str:
    value = argument(call, name) if call is not None else None
    text = ast.unparse(value) if isinstance(value, ast.AST) else repr(value)
    return f"{name}={text}"
