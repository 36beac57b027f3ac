"""Functions that a pipeline maps over its elements run on several of them at a time."""

from collections.abc import Mapping, Sequence
from typing import Any

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.stage_groups import in_words
from etude.checks.values import Value
from etude.domain.verdict import Verdict

_PARALLEL = "num_parallel_calls"
_ONE = 1


class MapsInParallel(Check, frozen=True, kw_only=True):
    """Attributes: of: a dataset; a map over whole batches needs no second one beside it."""

    of: Value

    @property
    def title(self) -> str:
        return f"{self.of}: functions are mapped in parallel, or over whole batches"

    def probe(self, live: Live) -> Facts:
        return {"data": live.describe_data(live.value(self.of), role=str(self.of))}

    def judge(self, facts: Facts) -> Verdict:
        data = facts["data"]
        stages = data["stages"]
        one_by_one = [
            stage
            for place, stage in enumerate(stages)
            if stage["op"] == "map" and not _is_parallel(stage) and not _on_batches(stages, place)
        ]
        if not one_by_one:
            return self.passed()
        return self.failed(
            expected="each map of single elements with num_parallel_calls",
            received=f"{data['role']}: {in_words(stages)}; the map handles one element at a time",
            attempt="give it num_parallel_calls=tf.data.AUTOTUNE",
            line=one_by_one[0]["line"],
        )


def _is_parallel(stage: Mapping[str, Any]) -> bool:
    calls = stage["parameters"].get(_PARALLEL, _ONE)
    return bool(calls != _ONE)


def _on_batches(stages: Sequence[Mapping[str, Any]], place: int) -> bool:
    """Whether what comes to this place is batches."""
    batched = False
    for stage in stages[:place]:
        if stage["op"] in ("batch", "padded_batch", "ragged_batch"):
            batched = True
        elif stage["op"] == "unbatch":
            batched = False
    return batched
