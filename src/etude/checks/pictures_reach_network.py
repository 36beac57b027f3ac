"""A given network inside a model gets pixels on the scale, and in the colours, it learned from."""

from typing import Any

from etude.checks.base import Check
from etude.checks.first_weights import met_by
from etude.checks.given_network import given_network, layers_with_weights
from etude.checks.known_files import ALIKE, class_folders, likeness, some_files
from etude.checks.live import Facts, Live
from etude.checks.of_model import no_model
from etude.checks.thumbnails import thumbnails
from etude.checks.values import Value
from etude.domain.verdict import Verdict

_HIGHEST = 255.0
_MOST_BATCHES = 16
_PER_CLASS = 8
_LEAST_FOUND = 0.1  # of the files that are looked for: the data may hold a part of the folder
# Of the range that pixels from 0 to 255 would have: resizing overshoots by less.
_SLACK = 0.15
_LEAST_SPREAD = 0.5
# Drawings in black and white look alike in any order of colours.
_COLOURED = 0.005


class PicturesReachNetwork(Check, frozen=True, kw_only=True):
    """What comes to the network's first weights is looked at, wherever it was prepared before.

    Attributes:
      model: holds the network, as a layer or with its layers among its own.
      data: a dataset of batches of (pictures, labels), all or some of those in ``folder``.
      file: of the given network, below the data folder; it takes pixels from 0 to 255.
      folder: with one folder per class.
    """

    model: Value
    data: Value
    file: str
    folder: Value

    @property
    def title(self) -> str:
        return f"the given network in {self.model} gets pictures as it learned from"

    def probe(self, live: Live) -> Facts:
        model, given = live.value(self.model), given_network(live, self.file)
        if not isinstance(model, live.keras.Model):
            return {"no_model": type(model).__name__}
        first, _ = next(layers_with_weights(live, given))
        batches = [_pictures(batch) for batch in live.batches(live.value(self.data), _MOST_BATCHES)]
        with live.learner():
            met = [_met(live, model, pictures, first) for pictures in batches]
        met = [values for values in met if values is not None]
        if not met:
            return {"layer": first, "met": False}
        pictures, extremes = live.np.concatenate(met), _extremes(live, batches[0])
        wanted = _met(live, given, extremes, first)
        return {
            "layer": first,
            "met": True,
            "low": float(pictures.min()),
            "high": float(pictures.max()),
            "wanted": [float(wanted.min()), float(wanted.max())],
            **_colours(live, live.value(self.folder), pictures),
        }

    def judge(self, facts: Facts) -> Verdict:
        if "no_model" in facts:
            return self.failed(**no_model(str(self.model), facts["no_model"]))
        if not facts["met"]:
            return self._failed("no pictures", f"does {self.model} call the given network?")
        low, high = facts["wanted"]
        span, came = high - low, f"values from {facts['low']:.4g} to {facts['high']:.4g}"
        outside = facts["low"] < low - _SLACK * span or facts["high"] > high + _SLACK * span
        if outside or not facts["high"] - facts["low"] >= _LEAST_SPREAD * span:
            return self._failed(
                f"{came} in {facts['layer']}; pixels from 0 to 255 would be from {low:.4g} to "
                f"{high:.4g} there",
                "which range was the network made for, and which one does it get?",
            )
        if facts["reversed"] > facts["in_order"]:
            return self._failed(
                "pictures whose colours come in the order blue, green, red",
                "leave the order of the colours as the files have it",
            )
        if facts["found"] < _LEAST_FOUND * facts["looked_for"]:
            return self._failed(
                f"pictures among which {facts['found']} of {facts['looked_for']} known ones were "
                "found again",
                "show a few with matplotlib beside their files",
            )
        return self.passed()

    def _failed(self, received: str, attempt: str) -> Verdict:
        return self.failed(
            expected="pixels from 0 to 255, red, green, blue, go into the given network",
            received=received,
            attempt=attempt,
        )


def _met(live: Live, model: Any, pictures: Any, name: str) -> Any:
    """What comes to this layer, None when nothing does."""
    watched = [layer for found, layer in layers_with_weights(live, model) if found == name]
    return met_by(live, model, pictures, watched)[1]


def _extremes(live: Live, pictures: Any) -> Any:
    """A black picture and a white one, of the size of these."""
    shape = (1, *pictures.shape[1:])
    return live.np.concatenate([live.np.zeros(shape), live.np.full(shape, _HIGHEST)])


def _colours(live: Live, folder: str, pictures: Any) -> dict[str, int]:
    """How many known files are found again, and how many look more alike in which order."""
    files = list(some_files(folder, class_folders(folder), _PER_CLASS))
    counts = {"looked_for": len(files), "found": 0, "in_order": 0, "reversed": 0}
    as_they_are, swapped = (thumbnails(live.np, p) for p in (pictures, pictures[..., ::-1]))
    if as_they_are is None:
        return counts
    for _, path in files:
        plain, other = (float(likeness(live, path, t).max()) for t in (as_they_are, swapped))
        counts["found"] += max(plain, other) > ALIKE
        counts["in_order"] += plain > max(ALIKE, other + _COLOURED)
        counts["reversed"] += other > max(ALIKE, plain + _COLOURED)
    return counts


def _pictures(batch: Any) -> Any:
    return batch[0] if isinstance(batch, tuple | list) else batch
