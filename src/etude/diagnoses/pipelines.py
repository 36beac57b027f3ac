"""Questions about tf.data pipelines: what is shuffled, batched and cached, and where."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Data, Stage
from etude.domain.verdict import Status

_BATCHING = {
    *("batch", "padded_batch", "ragged_batch", "sparse_batch", "rebatch"),
    "bucket_by_sequence_length",
}
_RANDOM = ("Random", "StatelessRandom", "Multinomial", "SampleDistortedBoundingBox")
# Labels lie in blocks when there are hardly more stretches of equal ones than classes, and long
# ones.
_RUNS_PER_CLASS = 2
_SHORTEST_BLOCK = 10
# They are mixed with half as many stretches as chance makes of equally frequent classes. Sorted
# numbers have one stretch each, and are told apart by that.
_SHARE_OF_CHANCE = 0.5
_RUNS_PER_MIXED_CLASS = 10
_LABELS_LOOKED_AT = 20_000  # as many as ``worker.label_order`` counts stretches of
READERS = ("image_dataset_from_directory", "text_dataset_from_directory")
# All that make a class of every folder, those that give no tf.data pipeline included.
FOLDER_READERS = (*READERS, "flow_from_directory")
# What readers of pictures call the kind of their labels.
LABEL_MODES = {
    **dict.fromkeys(("flow_from_directory", "flow_from_dataframe"), "class_mode"),
    "image_dataset_from_directory": "label_mode",
}


def is_shuffle(stage: Stage) -> bool:
    """Any shuffle; ``list_files`` shuffles unless it is told not to."""
    if stage.op == "list_files":
        return stage.parameters.get("shuffle") is not False
    return stage.op == "shuffle"


def reshuffles(stage: Stage) -> bool:
    """A shuffle that gives another order on every pass; through a buffer of one it gives none."""
    moves = is_shuffle(stage) and stage.parameters.get("buffer_size") != 1
    return moves and stage.parameters.get("reshuffle_each_iteration") is not False


def batches(stage: Stage) -> bool:
    return stage.op in _BATCHING


def caches(stage: Stage) -> bool:
    return stage.op == "cache"


def draws_random(stage: Stage) -> bool:
    """A ``map`` whose function draws random numbers of TensorFlow's."""
    return stage.op == "map" and any(op.startswith(_RANDOM) for op in stage.ops)


def several_copies(stages: Sequence[Stage]) -> bool:
    """Whether a random map gets each element a few times over: a larger set is made, to be kept."""
    repeats = [i for i, one in enumerate(stages) if one.op == "repeat" and _times(one) > 1]
    return any(any(map(draws_random, stages[i:])) for i in repeats)


def _times(repeat: Stage) -> int:
    """How many times a repetition gives its data; 0 where it has no end."""
    count = repeat.parameters.get("count")
    return count if isinstance(count, int) else 0


def in_blocks(order: Mapping[str, Any]) -> bool:
    """Whether labels come class by class, told by what ``worker.label_order`` noted."""
    classes, runs = order.get("labels", 0), order.get("label_runs", 0)
    long_enough = bool(runs) and order["elements"] >= _SHORTEST_BLOCK * runs
    return classes > 1 and runs <= _RUNS_PER_CLASS * classes and long_enough


def in_mixture(order: Mapping[str, Any]) -> bool:
    """Whether labels were seen to change from row to row about as often as chance would have it."""
    classes, runs = order.get("labels", 0), order.get("label_runs", 0)
    if classes < 2:
        return False
    by_chance = min(order["elements"], _LABELS_LOOKED_AT) * (1 - 1 / classes)
    return bool(runs >= max(_SHARE_OF_CHANCE * by_chance, _RUNS_PER_MIXED_CLASS * classes))


def places(data: Data, which: Callable[[Stage], bool]) -> list[int]:
    """Indices of stages of a kind."""
    return [i for i, stage in enumerate(data.stages) if which(stage)]


def shuffled_anew(data: Data) -> Stage | None:
    """The shuffle that gives another order on every pass, unless a cache keeps its first one."""
    shuffling, caching = places(data, reshuffles), places(data, caches)
    if not shuffling or (caching and caching[-1] > shuffling[-1]):
        return None
    return data.stages[shuffling[-1]]


def training_pipelines(evidence: Evidence) -> list[Data]:
    """Pipelines that a model learns from: those given to ``fit``; without any, by their role."""
    given = [fit.train for fit in evidence.trainings if fit.train.kind == "dataset"]
    return _ends(given) if given else _ends(_batched_of(evidence.training_data()))


def validation_pipelines(evidence: Evidence) -> list[Data]:
    """The same for validation."""
    found = [fit.validation for fit in evidence.fits if fit.validation is not None]
    given = [data for data in found if data.kind == "dataset"]
    return _ends(given) if given else _ends(_batched_of(evidence.validation_data()))


def refused(evidence: Evidence, key: str) -> Iterator[Mapping[str, Any]]:
    """Facts of checks that failed and that brought out something under this key."""
    failed = {one.check for one in evidence.verdicts if one.status is Status.FAILED}
    for check, facts in evidence.facts.items():
        if check in failed and key in facts:
            yield facts


def step(stage: Stage) -> str:
    """A stage as the learner would know it again: "shuffle(1000) in line 12"."""
    size = next(
        (
            stage.parameters[name]
            for name in ("buffer_size", "batch_size", "count")
            if name in stage.parameters
        ),
        None,
    )
    call = stage.op if size is None or size == -1 else f"{stage.op}({size})"
    return f"{call} in line {stage.line}" if stage.line else call


def _batched_of(data: Sequence[Data]) -> list[Data]:
    """Pipelines that end in batches; others are on their way to one."""
    return [one for one in data if one.kind == "dataset" and places(one, batches)]


def _ends(data: Sequence[Data]) -> list[Data]:
    """Without those that are only the beginning of another."""
    return [one for one in data if not any(_begins(one, other) for other in data)]


def _begins(one: Data, other: Data) -> bool:
    length = len(one.stages)
    return 0 < length < len(other.stages) and _trace(one) == _trace(other)[:length]


def _trace(data: Data) -> list[tuple[str, int]]:
    return [(stage.op, stage.line) for stage in data.stages]
