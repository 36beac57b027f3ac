"""Variants of an exercise: the same task with other sizes, names or columns, drawn from a seed.

An exercise that has variants holds a file ``variants.py`` with a function

    def variant(rng):
        return {"32": rng.choice(["16", "24", "48"]), "vehicle": rng.choice(["ship", "train"])}

whose keys stand in the files of the exercise and are replaced everywhere in them: statement,
starter, solution, accepted answers, mistakes, hints, checks and metadata. So every file stays a
program that runs as it stands, which is the variant of seed 0.
"""

import random
import runpy
from collections.abc import Iterator, Mapping
from dataclasses import replace

from etude.catalog.exercises import UnreadableExercise, read_exercise
from etude.domain.exercise import Exercise

FILE = "variants.py"
# So many are proven; after them the same come again, so that nobody meets one that is not.
SEEDS = 20


def has_variants(exercise: Exercise) -> bool:
    return (exercise.folder / FILE).is_file()


def variant_of(exercise: Exercise, seed: int) -> Exercise:
    """The exercise with what the seed draws; one without variants only carries the seed.

    Raises:
      UnreadableExercise: ``variants.py`` fails, or draws anything but words for words.
    """
    if seed == exercise.seed:
        return exercise
    if not has_variants(exercise):
        return replace(exercise, seed=seed)
    drawn = _drawn(exercise, seed % SEEDS) if seed % SEEDS else {}
    return replace(read_exercise(exercise.folder, drawn), seed=seed, replacements=drawn)


def variants(exercise: Exercise, count: int) -> Iterator[Exercise]:
    """Those of the first ``count`` seeds, of which seeds that draw the same words are one."""
    known = set()
    for seed in range(count):
        variant = variant_of(exercise, seed)
        words = frozenset((one, word) for one, word in variant.replacements.items() if one != word)
        if words not in known:
            known.add(words)
            yield variant


def _drawn(exercise: Exercise, seed: int) -> Mapping[str, str]:
    path = exercise.folder / FILE
    try:
        drawn = runpy.run_path(str(path))["variant"](random.Random(f"{exercise.id} {seed}"))
        words = {str(token): str(word) for token, word in drawn.items()}
    except Exception as error:
        raise UnreadableExercise(f"{path}: {type(error).__name__}: {error}") from error
    # Lines must keep their numbers, since findings and marks in mistakes speak of them.
    wrong = [token for token, word in words.items() if not token or "\n" in token + word]
    if wrong:
        raise UnreadableExercise(f"{path}: {wrong[0]!r} is empty or more than one line")
    return words
