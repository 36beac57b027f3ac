"""Notices when a program has changed étude's own code in the process that both share.

A tripwire, not a wall: it catches what replaces a function, a method or a module's name, and that
covers every accident and every short forgery. Code that sets out to can still change what this file
itself relies on, which is why facts are advisory (docs/design/sandbox.md).
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import FunctionType, ModuleType
from typing import Any

_PACKAGE = "etude."
# What étude calls of others while it looks at a program, and what programs wrap for good reasons.
_RELIED_ON = ("builtins", "time", "keras")
_FREE = frozenset({"print", "input", "open", "help", "exit", "quit"})
_WRAPPERS = (staticmethod, classmethod)


@dataclass(frozen=True, slots=True)
class _Noted:
    """A name of étude's own and what it stood for.

    Attributes:
      members: the live namespace in which it stands.
      function: behind a method or property, with its code and defaults; None for anything else.
    """

    owner: str
    members: Mapping[str, Any]
    name: str
    value: object
    function: FunctionType | None = None
    code: object = None
    defaults: object = None

    def has_changed(self) -> bool:
        function = self.function
        return self.members.get(self.name) is not self.value or (
            function is not None
            and (function.__code__ is not self.code or function.__defaults__ is not self.defaults)
        )


def watch_own_code() -> Callable[[], str]:
    """Notes what étude's modules hold, before learner code runs.

    Returns a function that names something which is no longer what it was, "" when everything is.
    It keeps what it needs to itself, so that replacing this module's names does not blind it. What
    it finds missing of others' modules it puts back: étude cannot tell anything without ``len``.
    """
    everything, has_changed = tuple(_own()), _Noted.has_changed
    relied_on = [(name, vars(sys.modules[name])) for name in _RELIED_ON if name in sys.modules]
    noted = [(name, members, _callables(members)) for name, members in relied_on]

    def first_change() -> str:
        changed = ""
        for owner, members, real in noted:  # no builtin is called before they are all back
            for name in real:
                if members.get(name) is not real[name]:
                    changed = changed or f"{owner}.{name}"
                    members[name] = real[name]
        if changed:
            return changed
        for one in everything:
            if has_changed(one):
                return f"{one.owner}.{one.name}"
        return ""

    return first_change


def _callables(members: Mapping[str, Any]) -> dict[str, Any]:
    kept = (name for name, value in members.items() if callable(value))
    return {name: members[name] for name in kept if name not in _FREE}


def _own() -> Iterator[_Noted]:
    for name, module in list(sys.modules.items()):
        if name.startswith(_PACKAGE) and isinstance(module, ModuleType):
            yield _Noted("sys.modules", sys.modules, name, module)
            yield from _members(name, vars(module))


def _members(owner: str, members: Mapping[str, Any]) -> Iterator[_Noted]:
    for name, value in list(members.items()):
        if isinstance(value, ModuleType):  # asked first: one that loads lazily must not be loaded
            yield _Noted(owner, members, name, value)
            continue
        plain = value.__func__ if isinstance(value, _WRAPPERS) else value
        plain = plain.fget if isinstance(plain, property) else plain
        if isinstance(plain, FunctionType):
            yield _Noted(owner, members, name, value, plain, plain.__code__, plain.__defaults__)
        elif isinstance(plain, type):
            yield _Noted(owner, members, name, value)
            if plain.__module__ == owner:
                yield from _members(f"{owner}.{name}", vars(plain))
