"""
An argument has another name now, or is misspelt.

## Why it hurts
Keras 3 refuses an argument that it does not know and does not say what to write instead. Most of them stand in
tutorials for older versions (`lr`, `nb_epoch`, `border_mode`, `batch_input_shape`) or are slips of the pen.

## Example
    import keras

    optimizer = keras.optimizers.Adam(lr=0.001)

## Instead
    import keras

    optimizer = keras.optimizers.Adam(learning_rate=0.001)
"""

import ast
import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import calls_around
from etude.diagnoses.renamed import ARGUMENTS
from etude.diagnoses.source import Source, dotted_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("dev-6", "dev-2")
GUIDE = "Keras: Keras 2 to Keras 3 migration"
EXPLAINS = ("argument_left_out",)

# Optimizers, layers and models, and Python itself, each in its own words.
_REFUSED = (
    re.compile(r"Argument(?:\(s\)|s) not recognized: \{'(?P<argument>\w+)'"),
    re.compile(r"argument\(s\) are not supported: \['(?P<argument>\w+)'"),
    re.compile(r"Unrecognized keyword arguments passed to (?P<owner>\w+): \{'(?P<argument>\w+)'"),
    re.compile(r"(?P<owner>\w+)\.?\w*\(\) got an unexpected keyword argument '(?P<argument>\w+)'"),
    re.compile(r"^got an unexpected keyword argument '(?P<argument>\w+)'"),
    re.compile(r"Got an unexpected keyword argument '(?P<argument>\w+)'"),
)
_MISSING = re.compile(r"(?P<owner>\w+)\.__init__\(\) missing \d+ required positional arguments?: ")
# Keras 2 took the name of a weight first.
_BY_POSITION = re.compile(r"`name` must be passed as a keyword argument. Received: add_weight")
_GIVEN_TWICE = re.compile(
    r"`(?P<argument>shape|initializer|dtype)` was passed both positionally and as a keyword"
)
_KNOWN = (
    "activation batch_shape batch_size bias_initializer callbacks class_weight data_format dropout "
    "epochs filters initial_epoch input_dim inputs kernel_initializer kernel_regularizer kernel_size "
    "learning_rate loss metrics momentum monitor name optimizer output_dim outputs padding patience "
    "pool_size rate recurrent_dropout restore_best_weights return_sequences return_state "
    "save_best_only save_weights_only shape shuffle steps_per_epoch strides trainable units use_bias "
    "validation_data validation_split validation_steps verbose weight_decay"
).split()
_OF_SAVING = ("signatures", "options", "save_traces", "include_optimizer")
_SIMILAR = 0.75
_MOST_NAMES = 12
# What get_config of every layer, loss and metric tells, and from_config hands over again.
_OF_EVERY_LAYER = ("name", "dtype", "trainable", "reduction")


def match(evidence: Evidence) -> Finding | None:
    if evidence.error is not None and (twice := _GIVEN_TWICE.search(evidence.error.message)):
        return Finding(
            line=evidence.error.line,
            evidence=f"add_weight was given its {twice['argument']} by position, and once more by name",
            change="write all of it with names: add_weight(shape=..., initializer=..., name=...)",
            about=twice["argument"],
        )
    if evidence.error is not None and _BY_POSITION.search(evidence.error.message):
        return Finding(
            line=evidence.error.line,
            evidence="add_weight was given its name first, where Keras 3 expects the shape",
            change="write both with their names: add_weight(shape=..., name=...)",
            about="name",
        )
    found = _refused(evidence) or _renamed(evidence)
    if found is None or evidence.error is None:
        return None
    owner, argument = found
    return Finding(
        line=_making(evidence.source, owner, argument)
        or _line(evidence.source, evidence.error.line, argument),
        evidence=f"{owner or 'the call'} takes no argument {argument}",
        change=_instead(evidence, owner, argument),
        about=argument,
    )


def _refused(evidence: Evidence) -> tuple[str, str] | None:
    """Whose argument it is, "" when it is not told, and the argument."""
    error = evidence.error
    found = next((m for p in _REFUSED if error and (m := p.search(error.message))), None)
    if found is None or error is None:
        return None
    owner, argument = found.groupdict().get("owner", ""), found["argument"]
    # Python raises in the learner's own line, for any library and for functions of theirs.
    by_python = error.type == "TypeError" and not error.raised_by.startswith("keras.")
    own = owner in set(_defined(evidence.source))
    if by_python and (own or argument not in ARGUMENTS) and not _taken(evidence):
        return None
    call = next(_calls_with(evidence.source, error.line, argument), None)
    return (dotted_name(call.func) if call else owner), argument


def _taken(evidence: Evidence) -> Sequence[str]:
    """Names of the arguments that the function takes which the line calls, where that is known."""
    called = evidence.error.called if evidence.error else None
    return [one.name for one in called.parameters] if called is not None else ()


def _renamed(evidence: Evidence) -> tuple[str, str] | None:
    """An argument that is missing because it stands there by its old name."""
    error = evidence.error
    if error is None or error.type != "TypeError" or not _MISSING.search(error.message):
        return None
    for argument, name in ARGUMENTS.items():
        call = next(_calls_with(evidence.source, error.line, argument), None)
        if call is not None and f"'{name}'" in error.message:
            return dotted_name(call.func), argument
    return None


def _instead(evidence: Evidence, owner: str, argument: str) -> str:
    """The nearest of what it does take; where nothing is near, all of it."""
    taken = _taken(evidence)
    close = get_close_matches(argument, taken, n=1, cutoff=_SIMILAR)
    longer = [name for name in taken if name.startswith(argument) or name.endswith(f"_{argument}")]
    if (close or longer) and argument not in ARGUMENTS:
        return f"did you mean {(close or longer)[0]}?"
    change = _change(evidence.source, owner, argument)
    return (
        f"it takes {', '.join(taken[:_MOST_NAMES])}"
        if taken and change.startswith("look ")
        else change
    )


def _change(source: Source, owner: str, argument: str) -> str:
    if owner in set(_defined(source)) and argument in _OF_EVERY_LAYER:
        return f"let {owner}.__init__ take **kwargs and pass them on: super().__init__(**kwargs)"
    if owner in set(_defined(source)):
        made = any(one.name == owner for one in source.all(ast.ClassDef))
        taker = f"{owner}.__init__" if made else owner
        return f"add {argument} to the arguments of {taker}, or do not hand it over"
    if argument in ARGUMENTS:
        instead = ARGUMENTS[argument]
        return f"{instead}=... in its place" if instead.isidentifier() else f"now: {instead}"
    if argument in _OF_SAVING:
        return "leave it out: it was for the SavedModel of Keras 2, which model.export(folder) makes now"
    if argument in _KNOWN:
        return f"leave it out: {argument} belongs to another call, such as fit, or to what is made before"
    close = get_close_matches(argument, _KNOWN, n=1, cutoff=_SIMILAR)
    return f"did you mean {close[0]}?" if close else f"look {argument} up in the reference"


def _making(source: Source, owner: str, argument: str) -> int:
    """Where a class of one's own takes its arguments, when Keras hands over one that every layer has.

    Whoever loads it writes nothing wrong; 0 for anything else.
    """
    if argument not in _OF_EVERY_LAYER:
        return 0
    classes = source.all(ast.ClassDef)
    inside = [part for node in classes if node.name == owner for part in node.body]
    made = (
        part for part in inside if isinstance(part, ast.FunctionDef) and part.name == "__init__"
    )
    return next((part.lineno for part in made), 0)


def _line(source: Source, line: int, argument: str) -> int:
    call = next(_calls_with(source, line, argument), None)
    return source.line_of_argument(call, argument) if call else line


def _calls_with(source: Source, line: int, argument: str) -> Iterator[ast.Call]:
    """Calls around a line that are given this argument by name."""
    for call in calls_around(source, line):
        if any(k.arg == argument for k in call.keywords):
            yield call


def _defined(source: Source) -> Iterator[str]:
    """Names of the learner's own classes and functions."""
    for node in source.nodes:
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            yield node.name
