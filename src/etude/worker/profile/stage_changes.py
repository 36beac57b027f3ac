"""Changes between stages: parallel maps, and a prefetch at the end."""

from collections.abc import Iterator

import tensorflow as tf

from etude.domain.profile import Change
from etude.worker.profile.candidates import Candidate, Pipeline
from etude.worker.profile.steps import Step, added, every, replaced, with_function

_NO_TIME_KNOWN = "what it brings depends on the time of a training step, which is not known"


def parallel_maps(pipeline: Pipeline) -> Iterator[Candidate]:
    """Every ``map`` that works on one element at a time works on several."""
    serial = [step for step in every(pipeline.root) if _is_serial(step)]
    changed = pipeline.root
    for step in serial:
        current = _standing_for(changed, step)
        if step.function is not None and current is not None:
            parallel = with_function(current, step.function, num_parallel_calls=tf.data.AUTOTUNE)
            changed = replaced(changed, current, parallel)
    if changed is not pipeline.root:
        yield Candidate(
            change=Change.PARALLEL_MAP,
            after=changed,
            lines=sorted({step.stage.line for step in serial}),
            warm=pipeline.warm,
        )


def prefetch_at_the_end(pipeline: Pipeline) -> Iterator[Candidate]:
    """The next batch is prepared while the model computes; timed with a pause for each step."""
    root = pipeline.root
    if prefetches(root):
        return
    lines = [root.stage.line] if root.stage.line else []
    if not pipeline.step_seconds:
        yield Candidate(change=Change.PREFETCH, lines=lines, refused=_NO_TIME_KNOWN)
        return
    yield Candidate(
        change=Change.PREFETCH,
        after=added(root, "prefetch", lambda dataset: dataset.prefetch(tf.data.AUTOTUNE)),
        lines=lines,
        warm=pipeline.warm,
        work=pipeline.step_seconds,
        detail=f"timed with a pause of {1e3 * pipeline.step_seconds:.1f} ms for a training step",
    )


def prefetches(root: Step) -> bool:
    """Whether the last stage that does anything is a ``prefetch``."""
    while root.op == "with_options" and root.below:
        root = root.below[0]
    return root.op == "prefetch"


def _is_serial(step: Step) -> bool:
    calls = step.stage.parameters.get("num_parallel_calls")
    return step.op == "map" and calls in (None, 1) and step.function is not None


def _standing_for(root: Step, step: Step) -> Step | None:
    """The step in a changed pipeline that has the place of one in the unchanged one."""
    return next((one for one in every(root) if one.link is step.link), None)
