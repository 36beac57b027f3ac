"""A saved model takes pixels as they are stored, 0 to 255, and scales them itself."""

from etude.checks.first_weights import seen_by_first_weights
from etude.checks.live import Facts, Live
from etude.checks.of_artifact import OfArtifact
from etude.domain.verdict import Verdict

_PICTURES = 8
# Scaled and standardised pixels alike stay within it; 8-bit ones reach fifty times as far.
_LIMIT = 5.0
_LEAST_SPREAD = 0.5
_NORMALISING = ("BatchNormalization", "LayerNormalization", "GroupNormalization")


class SavedModelScalesPixels(OfArtifact, frozen=True, kw_only=True):
    """Attributes: artifact: the ``.keras`` file; shape: of one picture, channels included."""

    shape: tuple[int, ...]

    @property
    def title(self) -> str:
        return f"{self.artifact} takes pixels from 0 to 255 and scales them itself"

    def look(self, live: Live) -> Facts:
        stored = live.np.random.default_rng(0).integers(0, 256, (_PICTURES, *self.shape))
        with live.learner():
            model = live.load_model(self.artifact)
            pictures = stored.astype("float32")
            return seen_by_first_weights(live, model, pictures, passing=_NORMALISING)

    def judge_saved(self, facts: Facts) -> Verdict:
        expected = "small numbers in the first layer that learns, for pictures from 0 to 255"
        if not facts["layer"]:
            return self.failed(expected=expected, received="no layer that learns")
        received = f"values from {facts['low']:.4g} to {facts['high']:.4g} in {facts['layer']}"
        if max(abs(facts["low"]), abs(facts["high"])) > _LIMIT:
            return self.failed(
                expected=expected,
                received=received,
                attempt="what scales the pixels must be a layer of the model that is saved",
            )
        if facts["high"] - facts["low"] < _LEAST_SPREAD:
            return self.failed(expected=expected, received=received, attempt="scale only once")
        return self.passed()
