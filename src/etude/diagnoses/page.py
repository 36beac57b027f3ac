"""A diagnosis as a document: its docstring, cut into sections."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from types import ModuleType

from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity

_SECTION = re.compile(r"^## (.+)$", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class Diagnosis:
    """One recognised mistake.

    Attributes:
      name: the file's name; title: the docstring's first sentence.
      example: a program that must fire; instead: the mended one, which must not.
      explains: diagnoses that are consequences of this one and then do not speak for themselves.
      hopeless: told before training begins, it means that training cannot come to anything.
      aside: no run suffers from it, so it is told last.
      skills: ids of the skills concerned.
      guide: title of the official guide to read.
    """

    name: str
    title: str
    why: str
    example: str
    instead: str
    severity: Severity
    match: Callable[[Evidence], Finding | None] = field(repr=False)
    explains: Sequence[str] = ()
    hopeless: bool = False
    aside: bool = False
    skills: Sequence[str] = ()
    guide: str = ""

    def markdown(self) -> str:
        """The page as people read it."""
        parts = [
            f"# {self.name}\n\n{self.title}",
            f"## Why it hurts\n\n{self.why}",
            f"## Example\n\n```python\n{self.example}\n```",
            f"## Instead\n\n```python\n{self.instead}\n```",
        ]
        if self.guide:
            parts.append(f"Read on: {self.guide}")
        return "\n\n".join(parts) + "\n"


def read_diagnosis(module: ModuleType) -> Diagnosis:
    """The diagnosis that a module of a catalogue is.

    Raises:
      ValueError: a section or constant is missing.
    """
    name = module.__name__.rpartition(".")[2]
    title, sections = _sections(module.__doc__ or "")
    try:
        return Diagnosis(
            name=name,
            title=title,
            why=sections["Why it hurts"],
            example=_code(sections["Example"]),
            instead=_code(sections["Instead"]),
            severity=module.SEVERITY,
            match=module.match,
            explains=getattr(module, "EXPLAINS", ()),
            hopeless=getattr(module, "HOPELESS", False),
            aside=getattr(module, "ASIDE", False),
            skills=module.SKILLS,
            guide=module.GUIDE,
        )
    except (KeyError, AttributeError) as missing:
        raise ValueError(f"diagnosis {name!r} lacks {missing}") from None


def _sections(text: str) -> tuple[str, dict[str, str]]:
    pieces = _SECTION.split(text)
    titles, bodies = pieces[1::2], pieces[2::2]
    found = {title.strip(): body.strip("\n") for title, body in zip(titles, bodies, strict=True)}
    return " ".join(pieces[0].split()), {
        title: body if title in ("Example", "Instead") else " ".join(body.split())
        for title, body in found.items()
    }


def _code(indented: str) -> str:
    """The section's code block without its indentation."""
    lines = [line for line in indented.splitlines() if not line or line.startswith("    ")]
    return "\n".join(line[4:] for line in lines).strip("\n")
