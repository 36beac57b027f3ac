"""What an address says that somebody is looking for."""

from enum import StrEnum
from typing import Annotated

from fastapi import Depends, Query

from etude.catalog.filters import ExerciseFilter

_MOST_CHARACTERS = 200
# Nothing chosen is "" or 0, which is what a form sends for it.
Words = Annotated[str, Query(max_length=_MOST_CHARACTERS, description="Each must stand in it")]
Name = Annotated[str, Query(max_length=_MOST_CHARACTERS)]


class KindAsked(StrEnum):
    ANY = ""
    BUILD = "build"
    FIX = "fix"
    EXTEND = "extend"


class StandingAsked(StrEnum):
    """How far one has come with an exercise."""

    ANY = ""
    NOT_PASSED = "not_passed"
    BEGUN = "begun"
    PASSED = "passed"
    DUE = "due"


class SeverityAsked(StrEnum):
    ANY = ""
    ERROR = "error"
    SILENT = "silent"
    WARNING = "warning"
    PERFORMANCE = "performance"


def _filter(
    words: Words = "",
    skill: Name = "",
    kind: KindAsked = KindAsked.ANY,
    level: Annotated[int, Query(ge=0, le=5)] = 0,
    minutes: Annotated[int, Query(ge=0, le=1000, description="The most it may take")] = 0,
    topic: Name = "",
) -> ExerciseFilter:
    return ExerciseFilter(
        words=words, skill=skill, kind=kind, level=level, minutes=minutes, topic=topic
    )


# What a route writes to be given the exercises that are asked for.
FilterAsked = Annotated[ExerciseFilter, Depends(_filter)]
