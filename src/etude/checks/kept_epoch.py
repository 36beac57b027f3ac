"""Which epoch of a training was kept, in words."""

from collections.abc import Mapping
from typing import Any


def told_epoch(kept: Mapping[str, Any]) -> str:
    """As in "epoch 4, the last one, val_loss 0.750".

    Args:
      kept: ``epoch``, 0 for none; ``epochs``, how many there were; ``monitor`` and its ``value``.
    """
    value = f"{kept['monitor']} {kept['value']:.3f}"
    if not kept["epoch"]:
        return f"weights of no epoch of this training, {value}"
    last = ", the last one" if kept["epoch"] == kept["epochs"] else ""
    return f"epoch {kept['epoch']}{last}, {value}"
