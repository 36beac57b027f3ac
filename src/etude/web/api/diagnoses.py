"""The mistakes that étude recognises, each with its page."""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter

from etude.catalog.words import holds_words
from etude.diagnoses.diagnose import catalogue
from etude.diagnoses.page import Diagnosis
from etude.domain.skills import SKILLS
from etude.render.severities import MEANINGS
from etude.web.asked import Name, SeverityAsked, Words
from etude.web.ground import NotFound

router = APIRouter(prefix="/api/diagnoses", tags=["diagnoses"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """Attributes: severity: "error", "silent", "warning" or "performance"; word: names it."""

    name: str
    title: str
    severity: str
    word: str
    skills: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """Attributes:
    effect: what the program does.
    example: a program with the mistake; instead: the mended one.
    leads_to: mistakes that follow from it; follows_from: those from which it follows.
    guide: title of the official guide to read, "" for none.
    """

    mistake: Mistake
    effect: str
    why: str
    example: str
    instead: str
    leads_to: Sequence[Mistake]
    follows_from: Sequence[Mistake]
    guide: str


@router.get("")
def diagnoses(
    words: Words = "", skill: Name = "", severity: SeverityAsked = SeverityAsked.ANY
) -> Sequence[Mistake]:
    """The mistakes that are like what is asked for, by name."""
    return [
        mistake(one)
        for _, one in sorted(catalogue().items())
        if skill in ("", *one.skills)
        and severity in ("", one.severity)
        and holds_words(words, *_texts(one))
    ]


@router.get("/{name}")
def diagnosis(name: str) -> Explained:
    """Why a mistake hurts, an example, and what to write instead."""
    known = catalogue()
    if name not in known:
        raise NotFound(f"There is no diagnosis {name!r}.")
    found = known[name]
    return Explained(
        mistake=mistake(found),
        effect=MEANINGS[found.severity].effect,
        why=found.why,
        example=found.example,
        instead=found.instead,
        leads_to=[mistake(known[other]) for other in found.explains if other in known],
        follows_from=[mistake(one) for one in known.values() if name in one.explains],
        guide=found.guide,
    )


def mistake(found: Diagnosis) -> Mistake:
    """The diagnosis as it stands in a list."""
    return Mistake(
        name=found.name,
        title=found.title,
        severity=str(found.severity),
        word=MEANINGS[found.severity].word,
        skills=found.skills,
    )


def _texts(found: Diagnosis) -> list[str]:
    titles = [SKILLS[skill].title for skill in found.skills if skill in SKILLS]
    named = found.name.replace("_", " ")
    return [found.name, named, found.title, found.why, found.example, *found.skills, *titles]
