"""
The classes are numbered in another order than the one that was agreed on.

## Why it hurts
A class is nothing but a number to the network: output 0 means whatever was called 0 during training. Whoever
reads the outputs with another list of names gets consistent, confident and wrong answers, and an accuracy
near that of guessing, though the network has learned its task. Folders of classes are numbered in
alphabetical order unless `class_names`, of a generator `classes`, says otherwise; of numbers that is 0, 1, 10, 11, 2.

## Example
    import os

    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    for folder in ("train/bird", "train/fruit", "validation/bird", "validation/fruit"):
        os.makedirs(folder)
        keras.utils.save_img(f"{folder}/one.png", rng.integers(0, 256, (8, 8, 3)))

    training_data = keras.utils.image_dataset_from_directory(
        "train", image_size=(8, 8), class_names=["fruit", "bird"], verbose=False
    )
    validation_data = keras.utils.image_dataset_from_directory(
        "validation", image_size=(8, 8), verbose=False
    )

## Instead
    import os

    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    for folder in ("train/bird", "train/fruit", "validation/bird", "validation/fruit"):
        os.makedirs(folder)
        keras.utils.save_img(f"{folder}/one.png", rng.integers(0, 256, (8, 8, 3)))

    CLASSES = ["bird", "fruit"]
    training_data = keras.utils.image_dataset_from_directory(
        "train", image_size=(8, 8), class_names=CLASSES, verbose=False
    )
    validation_data = keras.utils.image_dataset_from_directory(
        "validation", image_size=(8, 8), class_names=CLASSES, verbose=False
    )
"""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeGuard

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import given, root
from etude.diagnoses.origins import origins
from etude.diagnoses.pipelines import FOLDER_READERS, READERS
from etude.diagnoses.places import call_at
from etude.diagnoses.regraded import regraded
from etude.diagnoses.series import assigned_value
from etude.diagnoses.source import Source, constant, last_name
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call
from etude.domain.what_if import LABELS_REORDERED

SEVERITY = Severity.SILENT
SKILLS = ("image-2", "model-13", "dev-3")
GUIDE = "Keras API: Image data loading"
EXPLAINS = ("stuck_at_majority", "trained_too_short", "overfits")

_ANSWERS = ("argmax", "predict", "predict_on_batch")
_MOST_SHOWN = 12
_ASKED_FOR = ("class_names", "class_indices")
_READERS = (*FOLDER_READERS, "flow_from_dataframe")


def match(evidence: Evidence) -> Finding | None:
    return (
        _judged(evidence)
        or _read_in_two_orders(evidence)
        or _moved_up(evidence)
        or _named_otherwise(evidence)
        or _numbers_taken_for_places(evidence)
    )


def _judged(evidence: Evidence) -> Finding | None:
    """Hidden examples were named rightly once the labels were put in another order."""
    better = regraded(evidence, LABELS_REORDERED)
    if better is None:
        return None
    order = better.what_if.removeprefix(LABELS_REORDERED)
    return Finding(
        line=_line_of_names(order.split(", "), evidence),
        evidence=better.told(change=f"the model's outputs read in the order {order}"),
        change="number the classes as the statement does, when the data are read",
    )


def _read_in_two_orders(evidence: Evidence) -> Finding | None:
    read = [call for call in evidence.calls if call.name in _READERS and _names(call)]
    for call in read:
        for other in read:
            same_classes = sorted(_names(call)) == sorted(_names(other))
            if same_classes and _names(call) != _names(other) == sorted(_names(other)):
                return Finding(
                    line=_line_of_argument(call, evidence),
                    evidence=f"line {call.line} numbers the classes {', '.join(_names(call))}; "
                    f"line {other.line} numbers them {', '.join(_names(other))}",
                    change=f"pass the same {_ordered_by(call)} to both, or to neither",
                )
    return None


def _moved_up(evidence: Evidence) -> Finding | None:
    """One folder lacks classes of the other, so that those behind them have lower numbers there. Checks
    of an exercise read folders of their own, which are none of the program's.
    """
    if evidence.facts:
        return None
    read = [call for call in evidence.calls if call.name in _READERS and _names(call)]
    for whole in read:
        for part in read:
            lacks = [name for name in _names(whole) if name not in _names(part)]
            behind = _names(part) != _names(whole)[: len(_names(part))]
            subset = set(_names(part)) < set(_names(whole))
            if subset and behind and _is_for(evidence, whole, part):
                return Finding(
                    line=part.line,
                    evidence=f"line {whole.line} numbers the classes {_begin(_names(whole))}; where line {part.line} reads "
                    f"there is no {_begin(lacks)}, and it numbers {_begin(_names(part))}",
                    change=f"make an empty folder {_begin(lacks)} beside the others, so that each class keeps its number",
                )
    return None


def _is_for(evidence: Evidence, whole: Call, part: Call) -> bool:
    """Whether the networks are for all classes, and both folders are read with labels."""
    ends = {_last_axis(end.shape) for fit in evidence.fits for end in fit.model.outputs}
    labelled = all(call.arguments.get("label_mode", "int") is not None for call in (whole, part))
    return labelled and ends == {len(_names(whole))}


def _last_axis(shape: Sequence[int | None] | None) -> int | None:
    return shape[-1] if shape else None


def _named_otherwise(evidence: Evidence) -> Finding | None:
    """The answers are looked up in a list of one's own that has the classes in another order."""
    read = [call for call in evidence.calls if call.name in _READERS and _names(call)]
    orders = {tuple(_names(call)) for call in read}
    for looked_up, names in _look_ups(evidence.source) if len(orders) == 1 else ():
        numbered = _names(read[0])
        if list(names.value) != numbered and sorted(names.value) == sorted(numbered):
            return Finding(
                line=names.line,
                evidence=f"line {read[0].line} numbers the classes {', '.join(numbered)}; line "
                f"{looked_up} looks answers up in {', '.join(names.value)}",
                change=f"take the names from {_held_by(read[0])}, or pass {_ordered_by(read[0])} to it",
            )
    return None


def _numbers_taken_for_places(evidence: Evidence) -> Finding | None:
    """Folders are named by numbers, and the place of the highest output is taken for that number."""
    answers = evidence.source.calls("argmax")
    asked = any(word in evidence.source.text for word in _ASKED_FOR)
    for call in evidence.calls if answers and not asked else ():
        names = _names(call) if call.name in _READERS else []
        moved = next((place for place, name in enumerate(names) if name != str(place)), None)
        if moved is not None and set(names) == {str(place) for place in range(len(names))}:
            return Finding(
                line=call.line,
                evidence=f"folders are numbered in the order of their names as text: {_begin(names)}; so output "
                f"{moved} stands for folder {names[moved]}, and line {answers[-1].lineno} takes the place of the highest output",
                change=f"look answers up in {_held_by(call)}; or let the numbers decide: "
                f"{_ordered_by(call)}=[str(number) for number in range({len(names)})]",
            )
    return None


def _begin(names: Sequence[str]) -> str:
    """All of them, of many the first."""
    shown = [*names[:_MOST_SHOWN], "..."] if len(names) > _MOST_SHOWN + 1 else names
    return ", ".join(shown)


def _look_ups(source: Source) -> Iterator[tuple[int, "_Listed"]]:
    """Lines such as ``NAMES[scores.argmax()]``, with the list that the name stands for."""
    for node in source.nodes:
        if isinstance(node, ast.Subscript):
            listed = node.value
            if isinstance(listed, ast.Name):
                listed = assigned_value(source, listed.id, before=node.lineno) or listed
            names = constant(listed)
            texts = isinstance(names, list | tuple) and all(isinstance(n, str) for n in names)
            if texts and _is_an_answer(source, node):
                yield node.lineno, _Listed(listed.lineno, names)


@dataclass(frozen=True, slots=True)
class _Listed:
    line: int
    value: Sequence[str]


def _is_an_answer(source: Source, node: ast.Subscript) -> bool:
    behind = origins(source, node.slice, before=node.lineno)
    called = (one for one in behind if isinstance(one, ast.Call))
    return any(
        last_name(call.func) in _ANSWERS
        or (isinstance(call.func, ast.Attribute) and call.func.attr in _ANSWERS)
        for call in called
    )


def _names(call: Call) -> list[str]:
    return list(call.arguments.get("class_names", ()))


def _ordered_by(call: Call) -> str:
    return "class_names" if call.name in READERS else "classes"


def _held_by(call: Call) -> str:
    """What tells the names in the order of their numbers."""
    if call.name in READERS:
        return "class_names of the data set"
    return "class_indices of the generator, {number: name for name, number in ...class_indices.items()}"


def _line_of_argument(call: Call, evidence: Evidence) -> int:
    """Where this call's ``class_names`` stand."""
    for name in _READERS:
        for node in evidence.source.calls(name):
            if node.lineno <= call.line <= (node.end_lineno or node.lineno):
                return evidence.source.line_of_argument(node, _ordered_by(call))
    return call.line


def _line_of_names(names: Sequence[str], evidence: Evidence) -> int:
    """Where the program sorts or lists these classes, else where it reads or learns from data."""
    source = evidence.source
    for call in source.calls("sorted"):
        given = call.args[0] if call.args else None
        if isinstance(given, ast.Name):
            given = assigned_value(source, given.id, before=call.lineno)
        if _lists(given, names):
            return call.lineno
    listed = [node for node in source.nodes if _lists(node, names)]
    numbering = next((node for node in listed if not _is_in_other_order(node, names)), None)
    if numbering is not None:
        return numbering.lineno
    for reader in (*_READERS, "listdir", "iterdir", "glob"):
        line = source.line_of_call(reader)
        if line:
            return line
    if not evidence.fits:
        return 1
    return _line_of_labels(evidence) if listed else evidence.fits[-1].line


def _line_of_labels(evidence: Evidence) -> int:
    """Where what ``fit`` learns from got its numbers, when a list of the classes did not give them."""
    fit = evidence.fits[-1]
    call = call_at(evidence.source, fit.line, "fit")
    labels = given(call, "y", 1) if call is not None else None
    value = labels and assigned_value(evidence.source, root(labels), before=fit.line - 1)
    return value.lineno if value is not None else fit.line


def _is_in_other_order(node: ast.expr, names: Sequence[str]) -> bool:
    """Whether a list has the classes in another order than the outputs: it did not number them."""
    names_in_list = constant(node) if isinstance(node, ast.List | ast.Tuple) else None
    return names_in_list is not None and list(names_in_list) != list(names)


def _lists(node: ast.AST | None, names: Sequence[str]) -> TypeGuard[ast.expr]:
    """Whether it is a list, or a dict, of just these names."""
    if not isinstance(node, ast.List | ast.Tuple | ast.Set | ast.Dict):
        return False
    items = node.keys if isinstance(node, ast.Dict) else node.elts
    return {getattr(item, "value", None) for item in items} == set(names)
