"""Training pictures become a little darker or lighter, and stay on the scale of the others."""

from collections.abc import Mapping
from typing import Any

from etude.checks.base import Check
from etude.checks.first_weights import met_by_first_weights
from etude.checks.live import Facts, Live
from etude.checks.thumbnails import SIDE, thumbnails
from etude.checks.values import Value
from etude.domain.verdict import Verdict

_MOST_BATCHES = 32
# Spread of the varied pixels by that of the others. Flips leave it at 1, and strong changes of
# brightness, which cut at both ends, move it by a fifth; another scale makes it a hundred times so.
_LEAST_RATIO, _LARGEST_RATIO = 0.5, 2.0
# A change by up to a twentieth of the pixels' range moves a mean by this much from time to time.
_LEAST_CHANGE = 0.02
_ALIKE = 0.9
_LEAST_FOUND = 0.25


class VariesBrightness(Check, frozen=True, kw_only=True):
    """What comes to the first layer with weights is looked at, wherever it was varied before.

    Attributes:
      model: what learns; training, validation: datasets of batches of (pictures, labels).
    """

    model: Value
    training: Value
    validation: Value

    @property
    def title(self) -> str:
        return "training pictures become a little darker or lighter, on the scale of the others"

    def probe(self, live: Live) -> Facts:
        model = live.value(self.model)
        if not isinstance(model, live.keras.Model):
            return {"instead": type(model).__name__}
        first, second = (_met(live, model, live.value(self.training), training=True) for _ in "12")
        plain = _met(live, model, live.value(self.validation), training=False)
        if first is None or second is None or plain is None:
            return {"instead": "no pictures that come to a layer with weights"}
        return {
            "varied": _scale(live.np, first),
            "plain": _scale(live.np, plain),
            "changes": _changes(live.np, first, second),
            "pictures": len(first),
        }

    def judge(self, facts: Facts) -> Verdict:
        if "instead" in facts:
            return self.failed(
                expected=f"a model ({self.model}) that learns from pictures",
                received=facts["instead"],
                attempt="keep the starter's names",
            )
        varied, plain = facts["varied"], facts["plain"]
        ratio = varied["spread"] / max(plain["spread"], 1e-12)
        if not _LEAST_RATIO <= ratio <= _LARGEST_RATIO:
            return self._on_other_scale(varied, plain)
        range_ = plain["high"] - plain["low"]
        changes = sorted(facts["changes"])
        enough = len(changes) >= _LEAST_FOUND * facts["pictures"]
        if enough and changes[len(changes) // 2] < _LEAST_CHANGE * range_:
            return self._hardly_changed(changes[len(changes) // 2], plain)
        return self.passed()

    def _on_other_scale(self, varied: Mapping[str, Any], plain: Mapping[str, Any]) -> Verdict:
        return self.failed(
            expected=f"varied pictures on the scale of the others, with values {_told(plain)}",
            received=f"values {_told(varied)} come to the first layer with weights in training",
            attempt="what changes brightness must know the range of the pixels that it is given: "
            "from 0 to 255, or from 0 to 1?",
        )

    def _hardly_changed(self, change: float, plain: Mapping[str, Any]) -> Verdict:
        return self.failed(
            expected="training pictures that are a little darker or lighter each time",
            received=f"a mean that changes by {change:.2g} from one time to the next, among values "
            f"{_told(plain)}",
            attempt="is brightness varied at all? Its strength is a share of the pixels' range, or "
            "a number on their scale: which range do the pixels have where they are varied?",
        )


def _met(live: Live, model: Any, data: Any, *, training: bool) -> Any:
    """(pictures, height, width, channels) at the first layer with weights; None without any."""
    with live.learner():
        met = [
            met_by_first_weights(live, model, _pictures(batch), training=training)[1]
            for batch in live.batches(data, _MOST_BATCHES)
        ]
    same = [one for one in met if one is not None and one.ndim == 4]
    return live.np.concatenate(same) if same else None


def _pictures(batch: Any) -> Any:
    return batch[0] if isinstance(batch, tuple | list) else batch


def _scale(np: Any, pictures: Any) -> dict[str, float]:
    low, high = np.percentile(pictures, (1, 99))
    return {"low": float(low), "high": float(high), "spread": float(pictures.std())}


def _changes(np: Any, first: Any, second: Any) -> list[float]:
    """How far the mean of each picture that is known again, flipped or not, is from before."""
    ours, theirs = thumbnails(np, first), thumbnails(np, second)
    if ours is None or theirs is None:
        return []
    likeness = np.maximum(ours @ theirs.T, ours @ _flipped(theirs).T)
    again, before, after = likeness.argmax(axis=1), _means(first), _means(second)
    found = likeness.max(axis=1) > _ALIKE
    return [float(change) for change in np.abs(before - after[again])[found]]


def _flipped(small: Any) -> Any:
    """Thumbnails of the pictures seen in a mirror."""
    return small.reshape(len(small), SIDE, SIDE, -1)[:, :, ::-1].reshape(len(small), -1)


def _means(pictures: Any) -> Any:
    return pictures.mean(axis=(1, 2, 3))


def _told(scale: Mapping[str, Any]) -> str:
    return f"between {scale['low']:.3g} and {scale['high']:.3g}"
