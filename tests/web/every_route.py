"""Every route of an application, each with an address that leads to it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fastapi.routing import iter_route_contexts
from starlette.applications import Starlette
from starlette.routing import Mount, Route

from etude.web.assets import bundles

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_PARAMETER = re.compile(r"\{(\w+)(?::\w+)?\}")
_NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, kw_only=True)
class Door:
    """One way into the application.

    Attributes: template: the address as the route has it, with its parameters.
    """

    method: str
    template: str

    @property
    def changes(self) -> bool:
        return self.method not in _SAFE

    @property
    def follows(self) -> bool:
        """Whether it is a stream, which has no end."""
        return self.template.endswith("/events")

    def address(self, values: Mapping[str, str] = _NOTHING) -> str:
        """The address with its parameters filled in; "x" for those that have no value."""
        return _PARAMETER.sub(lambda found: values.get(found[1], "x"), self.template)

    def leads_to(self, path: str) -> bool:
        """Whether the route answers at this address."""
        return re.fullmatch(_PARAMETER.sub("[^/]+", self.template), path) is not None


def doors(application: Starlette) -> Iterator[Door]:
    """All of them, whoever has added them; a folder of files is one."""
    for route in iter_route_contexts(application.routes):
        original = route.original_route
        if isinstance(original, Mount):
            yield Door(method="GET", template=f"{original.path}/{next(iter(bundles().values()))}")
            continue
        assert isinstance(original, Route), f"{original}: how is a stranger kept out of it?"
        for method in sorted(original.methods or ()):
            yield Door(method=method, template=str(route.path))
