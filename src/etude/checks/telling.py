"""Which change of inputs or outputs tells of a mistake, and what to do about that one."""

from collections.abc import Mapping

from etude.checks.scores import Metric, Score
from etude.domain.what_if import SCALED_BACK, WhatIf

# A change tells of a mistake when the score moves beyond chance and by this much; on 2,000 examples
# a difference of two hundredths is beyond chance already.
_TELLING_GAIN = 0.10
_TELLING_SHARE_OF_ERROR = 0.6

_ADVICE: Mapping[str, str] = {
    WhatIf.DIVIDED: "scale inside the model, so that it takes pixels as they are stored",
    WhatIf.CENTRED: "scale inside the model, so that it takes pixels as they are stored",
    WhatIf.MULTIPLIED: "the inputs are scaled already; leave scaling out of the model",
    WhatIf.CHANNELS_REVERSED: "feed red, green, blue in this order when you train",
    WhatIf.SIDES_SWAPPED: "feed height first, then width, when you train",
    WhatIf.TIME_REVERSED: "cut windows in order of time when you train, the earliest value first",
    WhatIf.SIGMOID: "let the model end in a sigmoid: a probability is asked for",
    WhatIf.SOFTMAX: "let the model end in a softmax: probabilities are asked for",
    WhatIf.ONE_STEP_EARLIER: "the forecast repeats the last known value instead of looking ahead",
    WhatIf.ONE_STEP_LATER: "the forecast looks one step too far ahead",
}


def tells(plain: Score, other: Score) -> bool:
    """Whether the difference is large, and beyond chance."""
    if not other.clearly_better_than(plain):
        return False
    if plain.metric.higher_is_better:
        return other.value - plain.value >= _TELLING_GAIN
    return other.value <= _TELLING_SHARE_OF_ERROR * plain.value


def advice(telling: Mapping[str, Score], metric: Metric) -> str:
    """The best of these scores, the change that gave it, and what to do."""
    if not telling:
        seen = "loss and accuracy" if metric.higher_is_better else "loss"
        return (
            f"look at the {seen} of training and validation, epoch by epoch; if they are good, "
            "compare what the model learned from with what it is given here"
        )
    sign = -1 if metric.higher_is_better else 1
    name = min(telling, key=lambda name: (sign * telling[name].value, name))
    todo = _ADVICE.get(name) or _advice_on_numbers(name)
    return f"it is {telling[name].value:.3f} with {name}: {todo}"


def _advice_on_numbers(name: str) -> str:
    """Of changes whose names hold what was found."""
    if name.startswith(SCALED_BACK):
        return "scale the outputs back to the unit of the values, inside the model"
    return "number the classes in the order that the statement gives"
