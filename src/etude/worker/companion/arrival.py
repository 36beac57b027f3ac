"""Begins to watch when the program itself imports TensorFlow or Keras, neither earlier nor later.

Importing them beforehand would take away the program's chance to set environment variables first,
and would make a program without TensorFlow wait for it.
"""

import importlib.util
import sys
from collections.abc import Callable, Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

from etude.worker.uncollected import uncollected

_AWAITED = ("tensorflow", "keras")


def on_arrival(act: Callable[[], None]) -> None:
    """Calls ``act`` once, as soon as one of them is there and none is still being imported."""
    if any(name in sys.modules for name in _AWAITED):
        act()
    else:
        sys.meta_path.insert(0, _Finder(act))


class _Finder(MetaPathFinder):
    def __init__(self, act: Callable[[], None]) -> None:
        self._act = act
        self._looking: set[str] = set()
        self._importing: set[str] = set()

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname not in _AWAITED or fullname in self._looking:
            return None
        self._looking.add(fullname)
        try:
            spec = importlib.util.find_spec(fullname)
        finally:
            self._looking.discard(fullname)
        if spec is None or spec.loader is None:
            return None
        spec.loader = _Announcing(spec.loader, self)
        return spec

    def begins(self, name: str) -> None:
        self._importing.add(name)

    def ends(self, name: str) -> None:
        """Keras imports TensorFlow while it is itself only half there."""
        self._importing.discard(name)
        if not self._importing and self in sys.meta_path:
            sys.meta_path.remove(self)
            self._act()


class _Announcing(Loader):
    """The module's own loader, save that it says when it begins and ends."""

    def __init__(self, real: Any, finder: _Finder) -> None:
        self._real = real
        self._finder = finder

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        module: ModuleType | None = self._real.create_module(spec)
        return module

    def exec_module(self, module: ModuleType) -> None:
        name = module.__name__
        self._finder.begins(name)
        module.__loader__ = self._real
        if module.__spec__ is not None:
            module.__spec__.loader = self._real
        try:
            with uncollected():
                self._real.exec_module(module)
        except BaseException:
            self._finder._importing.discard(name)
            raise
        self._finder.ends(name)
