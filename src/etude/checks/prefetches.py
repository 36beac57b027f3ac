"""The last stage of an input pipeline is ``prefetch``."""

from collections.abc import Mapping, Sequence
from typing import Any

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.stage_groups import in_words
from etude.checks.values import Value
from etude.domain.verdict import Verdict

_PREFETCH = "prefetch"
# Says something about the whole pipeline and yields the very same elements.
_NO_STAGE = "with_options"


class Prefetches(Check, frozen=True, kw_only=True):
    """Attributes: of: one dataset or several; any buffer size but 0 will do."""

    of: list[Value]

    @property
    def title(self) -> str:
        return f"{' and '.join(str(one) for one in self.of)}: prefetch is the last stage"

    def probe(self, live: Live) -> Facts:
        described = [live.describe_data(live.value(one), role=str(one)) for one in self.of]
        return {"data": described, "wants_prefetch": True}

    def judge(self, facts: Facts) -> Verdict:
        for data in facts["data"]:
            stages = [stage for stage in data["stages"] if stage["op"] != _NO_STAGE]
            if not _ends_well(stages):
                return self.failed(
                    expected="prefetch as the last stage",
                    received=f"{data['role']}: {in_words(stages)}",
                    attempt=_attempt(stages),
                    line=data["line"],
                )
        return self.passed()


def _ends_well(stages: Sequence[Mapping[str, Any]]) -> bool:
    if not stages or stages[-1]["op"] != _PREFETCH:
        return False
    return bool(stages[-1]["parameters"].get("buffer_size") != 0)


def _attempt(stages: Sequence[Mapping[str, Any]]) -> str:
    if any(stage["op"] == _PREFETCH for stage in stages[:-1]):
        return f"what comes after it is not prefetched: move it behind .{stages[-1]['op']}(...)"
    if stages and stages[-1]["op"] == _PREFETCH:
        return "a buffer of 0 holds nothing; tf.data.AUTOTUNE picks a size"
    return "end the pipeline with .prefetch(tf.data.AUTOTUNE)"
