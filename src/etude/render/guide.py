"""The guide page of a skill as Markdown: what is written by hand, its mistakes, its exercises."""

from collections.abc import Callable, Sequence

from etude.catalog.guide import GuidePage
from etude.diagnoses.page import Diagnosis
from etude.domain.exercise import Exercise


def guide_markdown(
    page: GuidePage,
    mistakes: Sequence[Diagnosis],
    exercises: Sequence[Exercise],
    *,
    of_mistake: Callable[[str], str] = "`{}`".format,
    of_exercise: Callable[[str], str] = "`{}`".format,
) -> str:
    """The whole page.

    Args:
      mistakes: all diagnoses; exercises: all exercises; those of the skill are taken.
      of_mistake: a name as it is shown, such as a link; of_exercise: an id as it is shown.
    """
    skill = page.skill
    told = [f"- {of_mistake(d.name)}: {d.title}" for d in mistakes if skill.id in d.skills]
    practised = [
        f"- {of_exercise(e.id)}: {e.title} ({e.kind}, level {e.level}, {e.minutes} minutes)"
        for e in exercises
        if skill.id in e.skills
    ]
    parts = [
        f"# {skill.id}: {skill.title}",
        f"## What it is for\n\n{page.purpose}",
        f"## The smallest correct example\n\n```python\n{page.example}\n```",
        f"## Read on\n\n{page.read_on}",
        "## Usual mistakes\n\n" + ("\n".join(told) or "None that étude recognises."),
        "## Exercises\n\n" + ("\n".join(practised) or "None yet."),
    ]
    return "\n\n".join(parts) + "\n"
