"""Pictures are varied at random while the model learns, and nowhere else."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.domain.verdict import Verdict

# Keras's layers that vary pictures and are not called Random...; all of them rest in prediction.
_VARYING = frozenset({"AugMix", "CutMix", "MixUp", "RandAugment"})
_RANDOM = "Random"


class AugmentsTrainingOnly(Check, frozen=True, kw_only=True):
    """By layers in the model, or by random operations in the training pipeline."""

    @property
    def title(self) -> str:
        return "pictures are varied at random in training, and only there"

    def probe(self, live: Live) -> Facts:
        return {"varied": [_seen(fit) for fit in live.recorded("fit")]}

    def judge(self, facts: Facts) -> Verdict:
        seen = facts["varied"]
        if not any(one["layers"] or one["training"] for one in seen):
            return self.failed(
                expected="pictures that are flipped, moved or zoomed at random in training",
                received="the same pictures in every epoch",
                attempt="put layers such as RandomFlip at the beginning of the model",
            )
        spoilt = next((one for one in seen if one["validation"]), None)
        if spoilt is not None:
            return self.failed(
                expected="validation pictures as they are",
                received=f"random operations in their pipeline: {spoilt['validation'][0]}",
                attempt="vary the training pictures alone",
                line=spoilt["line"],
            )
        return self.passed()


def varying_layers(layers: Sequence[Mapping[str, Any]]) -> list[str]:
    """Kinds of the described layers, those inside models too, that vary pictures at random."""
    return [kind for kind in _kinds(layers) if _varies(kind)]


def random_operations(stages: Sequence[Mapping[str, Any]]) -> list[str]:
    """Operations inside mapped functions that draw random numbers."""
    return [op for stage in stages for op in stage["ops"] if _RANDOM in op]


def _seen(fit: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "line": fit["line"],
        "layers": varying_layers(fit["model"]["layers"]),
        "training": random_operations(_stages(fit["train"])),
        "validation": random_operations(_stages(fit["validation"])),
    }


def _kinds(layers: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for layer in layers:
        yield layer["kind"]
        yield from _kinds(layer["layers"])


def _varies(kind: str) -> bool:
    return kind.startswith(_RANDOM) or kind in _VARYING


def _stages(data: Mapping[str, Any] | None) -> Sequence[Mapping[str, Any]]:
    return data["stages"] if data else ()
