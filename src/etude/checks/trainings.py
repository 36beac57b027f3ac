"""What was recorded of the calls of ``fit``, as checks read it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from etude.checks.live import Live

# float32 means over the same examples differ by far less, whatever the batch size.
ROUNDING = 1e-4

Training = Mapping[str, Any]


def recorded_trainings(live: Live) -> list[dict[str, Any]]:
    """One dict per ``fit`` of the learner's code so far, in order.

    Its keys: line, asked (epochs), validation ("given", "split" or ""), split, overlap, callbacks
    (as they were when ``fit`` ended) and epochs (the logs of each).
    """
    ends = {end["fit"]: end for end in live.recorded("fit_end")}
    found = []
    for fit in live.recorded("fit"):
        given = fit["arguments"]
        end = ends.get(fit["index"], {})
        found.append(
            {
                "line": fit["line"],
                "asked": given.get("epochs"),
                "validation": _validation(fit),
                "split": given.get("validation_split") or 0.0,
                "overlap": fit["overlap"],
                "callbacks": [_callback(one) for one in end.get("callbacks", fit["callbacks"])],
                "epochs": [
                    dict(e["logs"]) for e in live.recorded("epoch") if e["fit"] == fit["index"]
                ],
            }
        )
    return found


def trainings_during(live: Live, act: Callable[[], object]) -> list[dict[str, Any]]:
    """Those that something starts."""
    before = len(recorded_trainings(live))
    act()
    return recorded_trainings(live)[before:]


def all_epochs(trainings: Sequence[Training]) -> list[Mapping[str, float]]:
    """The logs of every epoch of every training."""
    return [logs for training in trainings for logs in training["epochs"]]


def is_close(one: float, other: float) -> bool:
    """Whether two means of float32 numbers are the same but for rounding."""
    return abs(one - other) <= ROUNDING * (1 + abs(one))


def _validation(fit: Training) -> str:
    if fit["validation"] is not None:
        return "given"
    return "split" if fit["arguments"].get("validation_split") else ""


def _callback(described: Training) -> dict[str, Any]:
    return {key: described[key] for key in ("kind", "bases", "line", "options")}
