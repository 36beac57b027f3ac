"""
What `take` or `skip` picks after a `shuffle` is repeated, and each repetition picks something else.

## Why it hurts
`shuffle` deals the elements anew on every pass, and `repeat` makes a pass of each repetition. `take(100)` between the two
is no fixed hundred: each repetition takes the first hundred of another order, until everything has been seen. A small
part to try things on, or one batch that a network should be able to learn by heart, is then the whole of the data.

## Example
    import tensorflow as tf

    data = tf.data.Dataset.range(100).shuffle(100).take(5).repeat(3)
    print([int(one) for one in data])

## Instead
    import tensorflow as tf

    data = tf.data.Dataset.range(100).shuffle(100, reshuffle_each_iteration=False).take(5).repeat(3)
    print([int(one) for one in data])
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.pipelines import caches, places, reshuffles, step
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data, Stage

# Some want another part each time; they would hardly ask for it in this order.
SEVERITY = Severity.WARNING
SKILLS = ("data-7", "data-6", "dev-3")
GUIDE = "TensorFlow API: tf.data.Dataset.shuffle"
EXPLAINS = ()

_PICKS = frozenset({"take", "skip"})


def match(evidence: Evidence) -> Finding | None:
    for data in evidence.datasets():
        found = _dealt_anew(data)
        if found is not None:
            shuffle, pick, repeat = found
            return Finding(
                line=shuffle.line or data.line,
                about=data.role,
                evidence=f"{step(shuffle)} deals anew for each pass, {step(pick)} picks from that, and {step(repeat)} makes "
                "several passes of it: each picks other elements",
                change="to pick the same each time: reshuffle_each_iteration=False in this shuffle (shuffle=False in "
                "list_files), or pick first and shuffle what was picked",
            )
    return None


def _dealt_anew(data: Data) -> tuple[Stage, Stage, Stage] | None:
    """A shuffle, a pick above it and a repetition above that; a cache would keep what was picked first."""
    caching = places(data, caches)
    upwards = iter(data.stages[caching[-1] + 1 if caching else 0 :])
    shuffle = next((stage for stage in upwards if reshuffles(stage)), None)
    pick = next((stage for stage in upwards if stage.op in _PICKS), None)
    repeat = next((stage for stage in upwards if _repeats(stage)), None)
    return (shuffle, pick, repeat) if shuffle and pick and repeat else None


def _repeats(stage: Stage) -> bool:
    return stage.op == "repeat" and stage.parameters.get("count") != 1
