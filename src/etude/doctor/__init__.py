"""Watches a program from inside, for those that cannot be run by a command.

    import etude.doctor
    etude.doctor.watch()

At the end of the program the report stands on standard error. In tests, ask for the fixture
``doctor`` and end with ``doctor.assert_healthy()``.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from etude.doctor.watching import Watching, callback, watch

__all__ = ["Watching", "callback", "watch"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from etude.doctor import watching

    return getattr(watching, name)
