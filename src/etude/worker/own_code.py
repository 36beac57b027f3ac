"""Notices when a program has changed étude's own code in the process that both share.

A tripwire, not a wall: it catches what replaces a function, a method or a module's name, and that
covers every accident and every short forgery. Code that sets out to can still change what this file
itself relies on, which is why facts are advisory (docs/design/sandbox.md).
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from types import FunctionType, ModuleType
from typing import Any

_PACKAGE = "etude."
# What étude calls of others while it looks at a program, and what programs wrap for good reasons.
_RELIED_ON = ("builtins", "time", "keras")
_FREE = frozenset({"print", "input", "open", "help", "exit", "quit"})
_WRAPPERS = (staticmethod, classmethod)


def watch_own_code() -> Callable[[], str]:
    """Notes what étude's modules hold, before learner code runs.

    Returns a function that names something which is no longer what it was, "" when everything is.
    It keeps what it needs to itself, so that replacing this module's names does not blind it. What
    it finds missing of others' modules it puts back: étude cannot tell anything without ``len``.
    """
    contents, same = _contents, _same
    before = dict(contents())
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
        now = dict(contents())
        return next((name for name, noted in before.items() if not same(noted, now.get(name))), "")

    return first_change


def _callables(members: Mapping[str, Any]) -> dict[str, Any]:
    kept = (name for name, value in members.items() if callable(value))
    return {name: members[name] for name in kept if name not in _FREE}


def _same(noted: tuple[object, ...], now: tuple[object, ...] | None) -> bool:
    return now is not None and all(a is b for a, b in zip(noted, now, strict=True))


def _contents() -> Iterator[tuple[str, tuple[object, ...]]]:
    for name, module in list(sys.modules.items()):
        if name.startswith(_PACKAGE) and isinstance(module, ModuleType):
            yield name, (module, None, None)
            yield from _members(name, vars(module))


def _members(owner: str, members: Mapping[str, Any]) -> Iterator[tuple[str, tuple[object, ...]]]:
    for name, value in list(members.items()):
        full_name = f"{owner}.{name}"
        if isinstance(value, ModuleType):  # asked first: one that loads lazily must not be loaded
            yield full_name, (value, None, None)
            continue
        plain = value.__func__ if isinstance(value, _WRAPPERS) else value
        plain = plain.fget if isinstance(plain, property) else plain
        if isinstance(plain, FunctionType):
            yield full_name, (plain, plain.__code__, plain.__defaults__)
        elif isinstance(plain, type):
            yield full_name, (plain, None, None)
            if plain.__module__ == owner:
                yield from _members(full_name, vars(plain))
