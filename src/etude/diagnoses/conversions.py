"""How a program sets a converter: its examples, its types of numbers."""

import ast
from collections.abc import Mapping

from etude.diagnoses.source import Source, dotted_name
from etude.domain.observations import Call

_GIVEN_TO = "representative_dataset"
INTEGERS = ("int8", "uint8")


def is_set_to_integers(source: Source, setting: str) -> bool:
    """Whether ``converter.inference_input_type``, or another setting, is an integer type."""
    assigned = source.all(ast.Assign)
    return any(
        dotted_name(node.value).endswith(INTEGERS) and dotted_name(target).endswith(setting)
        for node in assigned
        for target in node.targets
    )


def line_of_examples(source: Source, conversion: Call) -> int:
    """Where the examples are yielded, else where the converter gets them."""
    given = _given(source)
    for function in source.functions():
        for node in ast.walk(function):
            if isinstance(node, ast.Yield) and function.name in given:
                return node.lineno
    return next(iter(given.values()), conversion.line)


def line_of_setting(source: Source, conversion: Call) -> int:
    """Where the converter gets its examples."""
    before = [line for line in _given(source).values() if line <= conversion.line]
    return max(before, default=conversion.line)


def _given(source: Source) -> Mapping[str, int]:
    """Names that ``representative_dataset`` is set to, in a call or not, and in which line."""
    found: dict[str, int] = {}
    for node in source.nodes:
        if isinstance(node, ast.Assign) and any(
            isinstance(target, ast.Attribute) and target.attr == _GIVEN_TO
            for target in node.targets
        ):
            parts = [node.value]
            if isinstance(node.value, ast.Call):  # what makes it, and what that is given
                parts = [node.value.func, *node.value.args[:1]]
            found |= {dotted_name(part): node.lineno for part in parts}
    return found
