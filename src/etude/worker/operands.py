"""What went into the expression at which the learner's program stopped."""

import io
import linecache
import re
import tokenize
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from traceback import FrameSummary, extract_tb, walk_tb
from types import ModuleType
from typing import Any

from etude.domain.error import ErrorFrame, Operand
from etude.worker.lines import LearnerFiles
from etude.worker.shapes import shape_list
from etude.worker.tables import columns_with, is_table, texts_in_columns

_MOST = 6
_MOST_TEXT = 48
_PLAIN = (bool, int, float, complex, str, bytes, type(None))
# A name, with what follows its dots; "=" after it makes it an argument's or a new one.
_DOTTED = re.compile(r"(?<![.\w])[A-Za-z_][\w.]*(?!\w)(?! = )")


def operands_of(text: str, known: Mapping[str, Any]) -> list[Operand]:
    """The names in the learner's innermost expression, in their order, and what they held.

    Functions, layers and models are left out: what they are stands in the line. Whatever the
    learner's objects do while they are looked at, this raises nothing.

    Args:
      text, known: the expression, and the names that it can see.
    """
    found: dict[str, Operand] = {}
    with suppress(Exception):
        for dotted in _dotted_names(text):
            if len(found) < _MOST and (operand := _operand(dotted, known)) is not None:
                found.setdefault(operand.name, operand)
    return list(found.values())


def stopped_at(
    exception: BaseException, files: LearnerFiles, innermost: ErrorFrame
) -> tuple[str, Mapping[str, Any]]:
    """The learner's innermost expression, and the names that it can see; empty off the stack, and
    where that cannot be read.

    A graph's fault is told by a line that ran long before. Of a function that AutoGraph has
    rewritten the stack has the new text, with the same names.

    Args:
      innermost: the learner's line nearest to the fault.
    """
    with suppress(Exception):
        return _on_the_stack(exception, files, innermost)
    return "", {}


def _on_the_stack(
    exception: BaseException, files: LearnerFiles, innermost: ErrorFrame
) -> tuple[str, Mapping[str, Any]]:
    stack = exception.__traceback__
    frames = [frame for frame, _ in walk_tb(stack)]
    for frame, place in reversed([*zip(frames, extract_tb(stack), strict=True)]):
        known = {**frame.f_globals, **frame.f_locals}
        if files.is_rewritten(place.filename) and _is_of(place.name, innermost.function):
            return innermost.text, known
        if name := files.name_of(place.filename):
            is_it = (name, place.lineno) == (innermost.file, innermost.line)
            return (_expression(place), known) if is_it else ("", {})
    return "", {}


def _is_of(rewritten: str, function: str) -> bool:
    """Whether AutoGraph calls this function, or a branch or a loop in it, so."""
    return rewritten in (function, f"tf__{function}") or rewritten.endswith("_body")


def _expression(place: FrameSummary) -> str:
    """Its text from the first column to the last, which may be lines apart; or the whole line."""
    bounds = (place.lineno, place.end_lineno, place.colno, place.end_colno)
    if None in bounds:
        return place.line or ""
    first, last, start, end = (number or 0 for number in bounds)
    lines = [linecache.getline(place.filename, n).encode() for n in range(first, last + 1)]
    lines[-1] = lines[-1][:end]  # before the start is cut, which may be in the same line
    lines[0] = lines[0][start:]
    return b"".join(lines).decode(errors="replace")


def _dotted_names(text: str) -> list[str]:
    """``x`` and ``self.scale``; not the names of arguments, nor what follows a call's result."""
    return _DOTTED.findall(" ".join(_tokens(text)).replace(" . ", "."))


def _tokens(text: str) -> Iterator[str]:
    """Names and signs, without texts and numbers; what was cut out of a line need not be whole."""
    with suppress(tokenize.TokenError, SyntaxError):
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type in (tokenize.NAME, tokenize.OP):
                yield token.string


def _operand(dotted: str, known: Mapping[str, Any]) -> Operand | None:
    """What the name holds, or what stands before the dot where that is a value already."""
    root, *attributes = dotted.split(".")
    if root not in known:
        return None
    value, names = known[root], [root]
    for attribute in attributes:
        held = getattr(value, "__dict__", {})
        if _is_value(value) or attribute not in held:
            break
        value, names = held[attribute], [*names, attribute]
    if not _is_value(value):
        return None
    described = _described(".".join(names), value)
    return replace(described, texts=_named(texts_in_columns(value), known))


def _is_value(value: Any) -> bool:
    return not callable(value) and not isinstance(value, ModuleType)


def _described(name: str, value: Any) -> Operand:
    dtype = getattr(value, "dtype", None)
    shape = getattr(value, "shape", None)
    return Operand(
        name=name,
        type=type(value).__name__,
        dtype=str(getattr(dtype, "name", dtype)) if dtype is not None else "",
        shape=shape_list(shape) if shape is not None else None,
        value=_short(value),
    )


def _named(texts: Mapping[str, str], known: Mapping[str, Any]) -> Mapping[str, str]:
    """With the names of columns in place of numbers, where one table alone has that text in one."""
    tables = [value for value in known.values() if is_table(value)]
    found = {}
    for place, text in texts.items():
        names = {name for table in tables for name in columns_with(table, text)}
        found[names.pop() if place.isdigit() and len(names) == 1 else place] = text
    return found


def _short(value: Any) -> str:
    """What fits into a line: a number, a text, names of columns, how many and of what."""
    if isinstance(value, _PLAIN):
        return _cut(repr(value))
    if hasattr(value, "element_spec"):
        # Only now is TensorFlow there for sure: a program without it is not to wait for it.
        from etude.worker.tensors import describe_spec

        parts = describe_spec(value.element_spec)
        return _cut("elements " + ", ".join(f"{p.dtype} {_sizes(p.shape)}" for p in parts))
    if hasattr(value, "columns"):
        return _cut("columns " + ", ".join(map(str, value.columns)))
    if isinstance(value, Mapping):
        return _cut("keys " + ", ".join(map(str, value)))
    return _of_items(value) if isinstance(value, list | tuple | set) else ""


def _of_items(values: Collection[Any]) -> str:
    if all(isinstance(one, _PLAIN) for one in values) and len(repr(values)) <= _MOST_TEXT:
        return repr(values)
    first = _described("", next(iter(values)))
    return f"{len(values)} of {first.type}" + (f" {_sizes(first.shape)}" if first.shape else "")


def _sizes(shape: Sequence[int | None] | None) -> str:
    return str(tuple(shape)) if shape is not None else ""


def _cut(text: str) -> str:
    return text if len(text) <= _MOST_TEXT else f"{text[: _MOST_TEXT - 3]}..."
