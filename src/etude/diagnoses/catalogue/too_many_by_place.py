"""
A function is given more by place than it takes so.

## Why it hurts
Many functions take only their first arguments by place, and the rest by name: `KFold(5, shuffle=True)`, `df.drop("a", axis=1)`. Older versions
of scikit-learn and pandas let the names go, and much code from then stands on the web. What comes by place after the last that is taken so
stops the program, in words that count `self` as well.

## Example
    from sklearn.model_selection import KFold

    folds = KFold(5, True)

## Instead
    from sklearn.model_selection import KFold

    folds = KFold(5, shuffle=True)
"""

import ast
import re
from collections.abc import Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import call_at
from etude.diagnoses.source import Source, constant, last_name
from etude.domain.error import Parameter
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("dev-2", "dev-6", "data-2")
GUIDE = "scikit-learn: Glossary and API elements"
EXPLAINS = ()

_SAID = re.compile(
    r"takes (?:from \d+ to )?\d+ positional arguments? but \d+ (?:was|were) given"
    r"|^too many positional arguments|^Too many arguments were given"
)
_MOST_NAMES = 8
_UNKNOWN = object()  # a default that is no plain value


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or error.type != "TypeError" or not _SAID.search(error.message):
        return None
    called = error.called
    if called is None or not called.parameters:
        return None
    call = call_at(evidence.source, error.line, called.name.rpartition(".")[2])
    taken = [one for one in called.parameters if one.by_place]
    if (
        call is None
        or len(call.args) <= len(taken)
        or any(isinstance(one, ast.Starred) for one in call.args)
    ):
        return None
    return Finding(
        line=call.lineno,
        about=called.name,
        evidence=f"{called.name} takes {_told(taken)}, and is given {', '.join(map(ast.unparse, call.args))}",
        change=_change(evidence.source, call, called.parameters),
    )


def _told(taken: Sequence[Parameter]) -> str:
    """What goes by place."""
    names = [one.name for one in taken[:_MOST_NAMES]]
    if not names:
        return "nothing by place"
    return f"{', '.join(names)} by place" if len(names) > 1 else f"{names[0]} alone by place"


def _change(source: Source, call: ast.Call, parameters: Sequence[Parameter]) -> str:
    taken = [one for one in parameters if one.by_place]
    named = [one for one in parameters if not one.by_place]
    over = call.args[len(taken) :]
    if _is_one_tuple(call, taken):
        return _written(call, [f"{taken[0].name}=({', '.join(map(ast.unparse, call.args))})"])
    if len(over) <= len(named):
        return _with_names(call, over, named)
    own = next((one for one in source.functions() if one.name == last_name(call.func)), None)
    if own is not None:
        return f"give it what line {own.lineno} defines, or add to that what is missing there"
    return f"leave out {', '.join(map(ast.unparse, over[len(named) :]))}, or look up what it is called now"


def _with_names(call: ast.Call, over: Sequence[ast.expr], named: Sequence[Parameter]) -> str:
    """The same call, with the names that older versions took in this order."""
    left, given = list(named), []
    for value in over:
        name = _meant(value, left)
        left.remove(name)
        given.append(f"{name.name}={ast.unparse(value)}")
    written = _written(call, [*map(ast.unparse, call.args[: -len(over)]), *given])
    others = ", ".join(one.name for one in left[:_MOST_NAMES])
    return f"{written}{f'; other names that it takes: {others}' if others else ''}"


def _meant(value: ast.expr, named: Sequence[Parameter]) -> Parameter:
    """The next one; where that takes something else by default, the first that takes such a value."""
    kind = type(constant(value))
    alike = [one for one in named if one.default and type(_default(one)) is kind]
    return alike[0] if alike and _default(named[0]) is not _UNKNOWN else named[0]


def _default(parameter: Parameter) -> object:
    try:
        return ast.literal_eval(parameter.default)
    except (ValueError, SyntaxError):
        return _UNKNOWN


def _is_one_tuple(call: ast.Call, taken: Sequence[Parameter]) -> bool:
    """``MinMaxScaler(0, 1)``: the first argument is as many numbers as are given."""
    usual = _default(taken[0]) if taken else None
    constants = all(isinstance(one, ast.Constant) for one in call.args)
    return isinstance(usual, tuple) and len(usual) == len(call.args) and constants


def _written(call: ast.Call, arguments: Sequence[str]) -> str:
    kept = [ast.unparse(one) for one in call.keywords]
    return f"{ast.unparse(call.func)}({', '.join([*arguments, *kept])})"
