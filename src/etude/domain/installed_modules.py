"""The modules of a package that somebody has installed; a broken one costs only itself."""

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType

from etude.domain.left_out import leave_out


def modules_of(package_name: str, what: str) -> Iterator[ModuleType]:
    """Every module of the package that can be imported; ``what`` it holds, for the notice."""
    package = _imported(package_name, what)
    if package is None:
        return
    for found in pkgutil.iter_modules(getattr(package, "__path__", ())):
        module = _imported(f"{package_name}.{found.name}", what)
        if module is not None:
            yield module


def _imported(name: str, what: str) -> ModuleType | None:
    try:
        return importlib.import_module(name)
    except (Exception, SystemExit) as error:
        leave_out(f"The {what} of {name} are left out. {type(error).__name__}: {error}")
        return None
