"""Which mapped functions give something else each time."""

from etude.worker.profile.steps import Step

_DRAWS = ("Random", "Stateful", "Rng", "Truncated", "Parameterized", "Multinomial", "Sample")
_DRAWS_WITHOUT_STATE = ("StatelessRandom", "StatelessTruncated", "StatelessSample")


def is_random(step: Step) -> bool:
    """Whether its function draws random numbers."""
    return any(op.startswith((*_DRAWS, *_DRAWS_WITHOUT_STATE)) for op in step.stage.ops)
