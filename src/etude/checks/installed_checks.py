"""Every installed check; ours come through the same entry point as anyone else's."""

import inspect
from collections.abc import Iterator
from functools import cache
from importlib.metadata import entry_points

from etude.checks.base import Check
from etude.domain.installed_modules import modules_of

ENTRY_POINTS = "etude.checks"


@cache
def installed_checks() -> tuple[type[Check], ...]:
    """Check classes in the order of their modules' names."""
    packages = sorted({point.value for point in entry_points(group=ENTRY_POINTS)})
    return tuple(check for package in packages for check in _checks_in(package))


def _checks_in(package_name: str) -> Iterator[type[Check]]:
    for module in modules_of(package_name, "checks"):
        for _, member in inspect.getmembers(module, inspect.isclass):
            own = member.__module__ == module.__name__
            if own and issubclass(member, Check) and member is not Check:
                yield member
