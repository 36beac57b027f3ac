"""The guide: for every skill what it is for, the smallest correct example, and what to read."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from etude.domain.skills import SKILLS, Skill

PACKAGE = "etude.guide"
_SECTION = re.compile(r"^## (.+)$", re.MULTILINE)
_CODE = re.compile(r"\A```python\n(.*?)\n```\Z", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidePage:
    """What is written by hand about a skill.

    Attributes:
      example: a complete program that runs in a moment.
      read_on: titles, one a line, as a Markdown list.
    """

    skill: Skill
    purpose: str
    example: str
    read_on: str


@cache
def guide_page(skill_id: str) -> GuidePage:
    """The page of a skill.

    Raises:
      ValueError: the page lacks a section, has another, or its example is not one block of Python.
    """
    text = (files(PACKAGE) / f"{skill_id}.md").read_text(encoding="utf-8")
    _, *pieces = _SECTION.split(text)
    sections = dict(zip(pieces[::2], map(str.strip, pieces[1::2]), strict=True))
    wanted = ["What it is for", "The smallest correct example", "Read on"]
    if list(sections) != wanted:
        raise ValueError(f"guide page {skill_id}: expected {wanted}, received {list(sections)}")
    purpose, example, read_on = sections.values()
    code = _CODE.match(example)
    if code is None or "```" in code[1]:
        raise ValueError(f"guide page {skill_id}: the example is not one block of Python")
    return GuidePage(skill=SKILLS[skill_id], purpose=purpose, example=code[1], read_on=read_on)
