"""How far the averages that batch normalisation keeps have come in a training."""

from dataclasses import dataclass

from etude.diagnoses.batches import batches_per_epoch
from etude.diagnoses.evidence import Evidence
from etude.domain.network import all_layers
from etude.domain.observations import Fit, Layer

KIND = "BatchNormalization"
# A share of the starting values that still decides what comes out; with the momentum of 0.99 that
# Keras gives it is reached after 160 batches.
_LEFT = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsettled:
    """A layer whose averages still are what they began with to this share, after these batches."""

    layer: Layer
    batches: int
    left: float


def unsettled(evidence: Evidence, fit: Fit) -> Unsettled | None:
    """The slowest layer of a training whose averages have seen too few batches to be used."""
    found = [layer for layer in all_layers(fit.model) if layer.kind == KIND and layer.trainable]
    layer = max(found, key=momentum, default=None)
    batches = _batches(evidence, fit) if layer is not None else 0
    left = momentum(layer) ** batches if layer is not None and batches else 0.0
    if layer is None or left < _LEFT:
        return None
    return Unsettled(layer=layer, batches=batches, left=left)


def momentum(layer: Layer) -> float:
    """As the layer was given it."""
    value = layer.config.get("momentum", 0.99)
    return float(value) if isinstance(value, int | float) else 0.0


def _batches(evidence: Evidence, fit: Fit) -> int:
    """Those that a model has learned from; 0 when that is not known, or it was trained before."""
    earlier = [one for one in evidence.fits if one.model.key == fit.model.key and one is not fit]
    if earlier or evidence.source.calls("load_model") or evidence.source.calls("load_weights"):
        return 0
    return batches_per_epoch(fit) * len(fit.epochs)
