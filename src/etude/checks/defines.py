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
        return f"defines {self.function}({', '.join(self.parameters)})"

    def probe(self, live: Live) -> Facts:
        if not live.has(self.function):
            return {"defined": False}
        found = live.value(Name(name=self.function))
        return {"defined": True, "callable": callable(found), "parameters": _parameters(found)}

    def judge(self, facts: Facts) -> Verdict:
        wanted = f"a function {self.function}({', '.join(self.parameters)})"
        if not facts["defined"]:
            return self.failed(
                expected=wanted,
                received=f"no {self.function} in the file",
                attempt="keep the name of the starter's function; a renamed or deleted one is not found",
            )
        if not facts["callable"]:
            return self.failed(expected=wanted, received=f"{self.function} is not a function")
        if not _takes(facts["parameters"], self.parameters):
            received = f"{self.function}({', '.join(facts['parameters'] or [])})"
            return self.failed(expected=wanted, received=received, attempt="keep its parameters")
        return self.passed()


def _parameters(function: Any) -> list[str] | None:
    try:
        return [str(p) if p.kind in (p.VAR_POSITIONAL, p.VAR_KEYWORD) else p.name
                for p in inspect.signature(function).parameters.values()]  # fmt: skip
    except (TypeError, ValueError):
        return None


def _takes(given: list[str] | None, wanted: tuple[str, ...]) -> bool:
    """More parameters with defaults are fine; starred ones take anything."""
    if given is None or any(name.startswith("*") for name in given):
        return True
    return [name for name in given if name in wanted] == list(wanted)
