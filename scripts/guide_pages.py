"""The pages of the guide with links, and their index."""

from collections.abc import Iterable
from itertools import groupby

from etude.catalog.exercises import exercises
from etude.catalog.guide import guide_page
from etude.diagnoses.diagnose import catalogue
from etude.domain.skills import SKILLS
from etude.render.guide import guide_markdown

_HEAD = """\
# Guide

One page for each skill: what it is for, the smallest correct example, what usually goes wrong and
what practises it. Offline: `etude explain series-1`.
"""


def guide_pages() -> Iterable[tuple[str, str]]:
    """Name below docs/ -> text."""
    yield "guide/README.md", _index()
    for skill in SKILLS:
        text = guide_markdown(
            guide_page(skill),
            list(catalogue().values()),
            list(exercises().values()),
            of_mistake="[{0}](../diagnoses/{0}.md)".format,
            of_exercise="[{0}](../../src/etude/exercises/{0}/README.md)".format,
        )
        yield f"guide/{skill}.md", text


def _index() -> str:
    parts = [_HEAD]
    for section, skills in groupby(SKILLS.values(), key=lambda skill: skill.section):
        rows = [f"- [{skill.id}]({skill.id}.md): {skill.title}" for skill in skills]
        parts.append("\n".join([f"## {section}", "", *rows, ""]))
    return "\n".join(parts)
