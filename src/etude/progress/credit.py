"""What a round is worth as evidence that a learner can do what its exercise asks."""

from etude.progress.rounds import Round

# A penalty for each hint and each further try, as in Ostrow, Donnelly & Heffernan, "Optimizing
# Partial Credit Algorithms to Predict Student Performance" (EDM 2015). Theirs are answers of one
# line; a program is run again for a slip of the pen, so a try costs less here, and no number of
# them makes a pass of one's own worth less than one that was nearly told.
PER_TRY = 0.05
LEAST_FOR_TRIES = 0.6
PER_HINT = 0.2
LEAST_FOR_HINTS = 0.3
SOLUTION_SEEN = 0.1
# A round that has not passed counts against a skill once it is more than a slip.
TRIES_THAT_COUNT = 3


def credit(found: Round) -> float:
    """0 (tells nothing good) to 1 (passed at once, alone)."""
    if not found.passed:
        return 0.0
    if found.solution_seen:
        return SOLUTION_SEEN
    for_tries = max(LEAST_FOR_TRIES, 1.0 - PER_TRY * (found.tries - 1))
    return for_tries * max(LEAST_FOR_HINTS, 1.0 - PER_HINT * found.hints)


def counts(found: Round) -> bool:
    """Whether the round says anything about what the learner can do."""
    return found.passed or found.tries >= TRIES_THAT_COUNT
