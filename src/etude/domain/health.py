"""How a model came out of its training, layer by layer."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerHealth:
    """How one layer with weights, or with outputs that can die, came out of a ``fit``.

    Attributes:
      kind: its class; line: where the learner's code made it; trainable: as it was at the end.
      change: norm of what the fit added to its weights, over their norm before; None when it was
        not measured, as for models too large to be copied.
      moved: how far the means of a batch normalisation moved, in its standard deviations before.
      weight: norm of its weights; gradient: of the loss of the sample in them.
      zero_units: share of its units (last axis) that are zero for every example of the sample.
      zero_rows: of an Embedding the share of what was looked up, padding aside, that is nothing but
        zeros.
      nan: how many of its weights are NaN or infinite.
    """

    name: str
    kind: str
    line: int = 0
    trainable: bool = True
    change: float | None = None
    moved: float | None = None
    weight: float | None = None
    gradient: float | None = None
    zero_units: float | None = None
    zero_rows: float | None = None
    nan: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """The state of a model at the end of a ``fit``, measured on a few of its training examples.

    Attributes:
      layers: from input to output, those inside models included.
      examples: size of the sample; 0 when nothing was computed, and ``skipped`` says why.
      output_spread, label_spread: standard deviations over the sample, of a single output.
    """

    layers: Sequence[LayerHealth] = ()
    examples: int = 0
    skipped: str = ""
    output_spread: float | None = None
    label_spread: float | None = None
