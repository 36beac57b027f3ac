"""A practice with a fake sandbox in a workspace with one small exercise."""

from small_practice import (
    collection,
    exercise,
    exercises,
    fake,
    make_practice,
    memory,
    workspace,
)
