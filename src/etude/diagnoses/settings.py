"""Settings that Keras refused, and where the program writes them."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from etude.diagnoses.names import value_of
from etude.diagnoses.places import calls_around
from etude.diagnoses.source import Source, constant, last_name

# Where the usual ones stand when they are not named.
_POSITIONS = {
    "units": (0,),
    "filters": (0,),
    "kernel_size": (1,),
    "strides": (2, 1),
    "pool_size": (0,),
    "padding": (3, 2, 0),
    "input_dim": (0,),
    "output_dim": (1,),
    "num_heads": (0,),
    "key_dim": (1,),
    "decay_steps": (1,),
    "first_decay_steps": (1,),
    "values": (1,),
    "learning_rate": (0,),
    "batch_size": (2,),
    "epochs": (3,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One argument as it is written: of which call, and what it is given."""

    call: ast.Call
    node: ast.expr

    @property
    def owner(self) -> str:
        """The class or function that is called: "Dense"."""
        return last_name(self.call.func)

    @property
    def text(self) -> str:
        return ast.unparse(self.node)

    @property
    def line(self) -> int:
        return self.node.lineno


def setting(
    source: Source, line: int, name: str, value: str, *, module: str = ""
) -> Setting | None:
    """The argument of this name, or value, in a call around a line, the innermost first.

    Args:
      value: what it is given, as the exception tells it.
      module: the last part of the module that refused it: "dense" goes with ``Dense``.
    """
    calls = sorted(calls_around(source, line), key=lambda one: _likeness(one, module))
    for call in reversed(calls):
        named = [one.value for one in call.keywords if one.arg == name]
        if named:
            return Setting(call=call, node=named[0])
    for call in reversed(calls):
        for node in _by_position(call, name):
            if _may_be(node, value):
                return Setting(call=call, node=node)
    return None


def owner_at(source: Source, line: int, module: str) -> ast.Call | None:
    """The call around a line that is named like the module that refused it."""
    alike = [one for one in calls_around(source, line) if _likeness(one, module)]
    return alike[-1] if alike else None


def last_module(raised_by: str) -> str:
    """Of "keras.src.layers.core.dense.__init__" it is "dense"."""
    return raised_by.split(".")[-2] if raised_by.count(".") > 1 else ""


def told_line(found: Setting | None, line: int) -> int:
    """Where the setting is written, else where the program stopped."""
    return found.line if found is not None else line


def made_at(source: Source, node: ast.expr) -> tuple[str, int]:
    """What a name was given last, and where; ("", 0) for anything but a name."""
    value = value_of(source, node.id, before=node.lineno) if isinstance(node, ast.Name) else None
    return (ast.unparse(value), value.lineno) if value is not None else ("", 0)


def _likeness(call: ast.Call, module: str) -> bool:
    name, wanted = last_name(call.func).lower(), module.replace("_", "")
    return bool(wanted) and (
        name == wanted or (wanted.startswith("base") and _kind(wanted) in name)
    )


def _kind(base: str) -> str:
    """ "baseconv" is what Conv1D and Conv2D have in common."""
    return base.removeprefix("base").removesuffix("transpose")


def _by_position(call: ast.Call, name: str) -> Iterator[ast.expr]:
    for place in _POSITIONS.get(name, range(len(call.args))):
        if place < len(call.args):
            yield call.args[place]


def _may_be(node: ast.expr, value: str) -> bool:
    """Whether the expression may have had this value, or is of the class that is told for it."""
    told = constant(node)
    layers = isinstance(told, ast.List) or (isinstance(node, ast.Call) and _makes_object(node))
    if layers:  # of which one is looked for
        return False
    literal = not isinstance(told, ast.AST)
    return not literal or value.strip("'\"") in (str(told), type(told).__name__)


def _makes_object(call: ast.Call) -> bool:
    return last_name(call.func)[:1].isupper()
