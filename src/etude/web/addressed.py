"""The exercise that an address names."""

from typing import Annotated

from fastapi import Depends

from etude.domain.exercise import Exercise
from etude.web.ground import Here, named

EXERCISE = "/exercises/{topic}/{name}"


def _exercise(topic: str, name: str, here: Here) -> Exercise:
    return named(f"{topic}/{name}", here.practice().exercises)


# What a route below ``EXERCISE`` writes to be given the exercise as it is in the workspace.
TheExercise = Annotated[Exercise, Depends(_exercise)]
