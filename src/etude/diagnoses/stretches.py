"""A loop of one's own as diagnoses of ``fit`` read a training: mean losses of stretches of it."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from etude.domain.observations import Fit
from etude.domain.own_loop import Loop

_MOST = 8
# The mean of fewer steps says more about their batches than about the training.
_LEAST_STEPS = 5


def stretches(losses: Sequence[float], rates: Sequence[float]) -> list[Mapping[str, float]]:
    """Logs of up to eight equally long parts; the first and the last know the learning rate."""
    count = min(_MOST, len(losses) // _LEAST_STEPS)
    cuts = [len(losses) * number // count for number in range(count + 1)] if count else []
    parts = [losses[start:end] for start, end in pairwise(cuts)]
    logs = [{"loss": sum(part) / len(part)} for part in parts]
    for place, rate in zip((0, -1), rates, strict=False):
        if logs:
            logs[place]["learning_rate"] = rate
    return list(logs)


def length_of(fit: Fit) -> str:
    """How long a training was, as a person counts it: "5 epochs", "80 steps"."""
    count, unit = (fit.steps, "step") if isinstance(fit, Loop) else (len(fit.epochs), "epoch")
    return f"{count} {unit}{'' if count == 1 else 's'}"
