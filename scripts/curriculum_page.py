"""The page of the curriculum: every skill, what practises it, and what is still missing."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from etude.catalog.curriculum import LEAST_KINDS, gaps, is_capstone, practising
from etude.catalog.exercises import exercises
from etude.catalog.variants import has_variants
from etude.domain.exercise import Exercise, Kind
from etude.domain.skills import SKILLS, Skill

# From docs/ to the statements.
_EXERCISES = "../src/etude/exercises"


def curriculum_page() -> str:
    """Totals and gaps, then a table of skills and kinds for each section."""
    found = list(exercises().values())
    parts = ["# The curriculum", "", _totals(found), "", *_gaps(gaps(found)), ""]
    for section, skills in groupby(SKILLS.values(), key=lambda skill: skill.section):
        head = f"| skill | what you can do | {' | '.join(Kind)} |"
        rows = [_row(skill, found) for skill in skills]
        parts += [f"## {section}", "", head, "|---" * (2 + len(Kind)) + "|", *rows, ""]
    return "\n".join(parts)


def _totals(found: Sequence[Exercise]) -> str:
    hours, minutes = divmod(sum(exercise.minutes for exercise in found), 60)
    capstones = sum(map(is_capstone, found))
    counted = f"{capstones} capstone" + ("s" if capstones != 1 else "")
    varied = sum(map(has_variants, found))
    by_kind = ", ".join(f"{sum(e.kind is kind for e in found)} {kind}" for kind in Kind)
    return (
        f"{len(found)} exercises ({by_kind}; among them {counted}), together about "
        f"{hours} h {minutes:02} min. {varied} of them ({varied / max(len(found), 1):.0%}) have "
        "variants for reviews. Minutes are those of a prepared learner."
    )


def _gaps(missing: Mapping[str, Sequence[Kind]]) -> list[str]:
    if not missing:
        return ["Every skill is practised by exercises of two kinds or more."]
    head = (
        f"Skills with fewer than {LEAST_KINDS} kinds of exercise ({len(missing)} of {len(SKILLS)}):"
    )
    return [
        head,
        "",
        *(
            f"- `{skill}`, {SKILLS[skill].title}: {' and '.join(kinds) or 'none'}"
            for skill, kinds in missing.items()
        ),
    ]


def _row(skill: Skill, found: Sequence[Exercise]) -> str:
    cells = ["<br>".join(map(_cell, those)) for those in practising(skill.id, found).values()]
    return f"| {' | '.join([f'[{skill.id}](guide/{skill.id}.md)', skill.title, *cells])} |"


def _cell(exercise: Exercise) -> str:
    capstone = " **capstone**" if is_capstone(exercise) else ""
    link = f"[{exercise.id}]({_EXERCISES}/{exercise.id}/README.md)"
    return f"{link}{capstone} ({exercise.minutes} min)"
