"""Notices when modules are imported, by whomever; imports none of them."""

import importlib.util
import sys
from collections.abc import Collection, Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

from etude.worker.uncollected import uncollected


class Arrivals(MetaPathFinder):
    """Is told when one of the awaited modules begins to be imported, is there, or could not be.

    It works while it stands in ``sys.meta_path``.
    """

    def __init__(self, awaited: Collection[str]) -> None:
        self._awaited = awaited
        self._looking: set[str] = set()

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname not in self._awaited or fullname in self._looking:
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
        """It is being imported."""

    def ends(self, name: str) -> None:
        """It is there."""

    def fails(self, name: str) -> None:
        """Its import raised an error."""

    def leave(self) -> None:
        """Nothing more is awaited."""
        if self in sys.meta_path:
            sys.meta_path.remove(self)


class _Announcing(Loader):
    """The module's own loader, save that it says when it begins and ends."""

    def __init__(self, real: Any, arrivals: Arrivals) -> None:
        self._real = real
        self._arrivals = arrivals

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        module: ModuleType | None = self._real.create_module(spec)
        return module

    def exec_module(self, module: ModuleType) -> None:
        name = module.__name__
        self._arrivals.begins(name)
        module.__loader__ = self._real
        if module.__spec__ is not None:
            module.__spec__.loader = self._real
        try:
            with uncollected():
                self._real.exec_module(module)
        except BaseException:
            self._arrivals.fails(name)
            raise
        self._arrivals.ends(name)
