"""The program defines a function, with the parameters that the statement names."""

import inspect
from typing import Any

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.values import Name
from etude.domain.verdict import Verdict


class Defines(Check, frozen=True, kw_only=True):
    """Attributes: function: its name; parameters: names it must take, in order."""

    function: str
    parameters: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return f"defines {self._wanted}"

    def probe(self, live: Live) -> Facts:
        if not live.has(self.function):
            return {"defined": False}
        found = live.value(Name(name=self.function))
        return {"defined": True, "callable": callable(found), **_signature(found)}

    def judge(self, facts: Facts) -> Verdict:
        wanted = f"a function {self._wanted}"
        if not facts["defined"]:
            return self.failed(
                expected=wanted,
                received=f"no {self.function} in the file",
                attempt="keep the name of the starter's function; a renamed one is not found",
            )
        if not facts["callable"]:
            return self.failed(expected=wanted, received=f"{self.function} is not a function")
        if not _takes(facts, self.parameters):
            received = f"{self.function}({', '.join(facts['parameters'])})"
            return self.failed(
                expected=wanted,
                received=received,
                attempt="keep the starter's parameters; any you add need a default value",
            )
        return self.passed()

    @property
    def _wanted(self) -> str:
        return f"{self.function}({', '.join(self.parameters)})"


def _signature(function: Any) -> dict[str, Any]:
    """Names of the parameters and of those that must be given; empty when Python cannot tell."""
    try:
        parameters = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):
        return {"parameters": None, "required": []}
    starred = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
    return {
        "parameters": [str(p) if p.kind in starred else p.name for p in parameters],
        "required": [p.name for p in parameters if p.default is p.empty and p.kind not in starred],
    }


def _takes(facts: Facts, wanted: tuple[str, ...]) -> bool:
    """More parameters with defaults are fine; starred ones take anything."""
    given = facts["parameters"]
    if given is None or any(name.startswith("*") for name in given):
        return True
    in_order = [name for name in given if name in wanted] == list(wanted)
    return in_order and set(facts["required"]) <= set(wanted)
