"""Of a given network, the layers that should learn have learned, and no others."""

from collections.abc import Mapping, Sequence
from typing import Any

from etude.checks.base import Check
from etude.checks.given_network import given_network, layers_with_weights
from etude.checks.live import Facts, Live
from etude.checks.of_model import no_model
from etude.checks.values import Value
from etude.domain.verdict import Verdict

_STATISTICS = ("moving_mean", "moving_variance")
_MOST_TOLD = 3


class TunedLayers(Check, frozen=True, kw_only=True):
    """The weights of the model are compared with those in the network's own file, by layer.

    Attributes:
      of: a model that holds the network, as a layer or with its layers among its own.
      file: of the given network, below the data folder.
      tuned: beginnings of names of the layers that should have learned; empty for a network that
        should be as it was given.
    """

    of: Value
    file: str
    tuned: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        if not self.tuned:
            return f"the given network in {self.of} is as it was given"
        return f"of the given network in {self.of} only {_listed(self.tuned)} have learned"

    def probe(self, live: Live) -> Facts:
        model = live.value(self.of)
        if not isinstance(model, live.keras.Model):
            return {"no_model": type(model).__name__}
        given = given_network(live, self.file)
        return _compared(live, dict(layers_with_weights(live, model)), given)

    def judge(self, facts: Facts) -> Verdict:
        if "no_model" in facts:
            return self.failed(**no_model(str(self.of), facts["no_model"]))
        if facts["missing"]:
            return self.failed(
                expected=f"all layers of the given network inside {self.of}",
                received=f"{len(facts['missing'])} layers with weights are not there: "
                f"{_listed(facts['missing'])}",
                attempt="use the network that load_model gives, and keep the names of its layers",
            )
        moved = facts["statistics"]
        others = [name for name in facts["changed"] if not name.startswith(self.tuned or " ")]
        if others:
            return self._failed(
                self._wanted,
                f"other weights in {len(others)} more: {_listed(others)}",
                "trainable of a network sets every layer inside: set it first, then the layers one "
                "by one, then compile; model.summary(show_trainable=True) shows what learns",
            )
        if moved:
            return self._failed(
                "means and variances of batch normalisation as they were given",
                f"other ones in {len(moved)} layers: {_listed(moved)}",
                "a BatchNormalization layer whose trainable is False keeps them",
            )
        if self.tuned and not facts["changed"]:
            return self._failed(
                self._wanted,
                "every weight as it was given",
                "trainable counts from the next compile on",
            )
        return self.passed()

    @property
    def _wanted(self) -> str:
        if not self.tuned:
            return "every weight of the network as it was given"
        return f"changed weights in layers called {_listed(self.tuned)}, and in no others"

    def _failed(self, expected: str, received: str, attempt: str) -> Verdict:
        return self.failed(expected=expected, received=received, attempt=attempt)


def _compared(live: Live, have: Mapping[str, Any], given: Any) -> dict[str, Any]:
    missing: list[str] = []
    changed: list[str] = []
    statistics: list[str] = []
    for name, layer in layers_with_weights(live, given):
        if name not in have or len(have[name].weights) != len(layer.weights):
            missing.append(name)
            continue
        for now, before in zip(have[name].weights, layer.weights, strict=True):
            if live.np.array_equal(live.np.asarray(now), live.np.asarray(before)):
                continue
            is_statistic = before.name in _STATISTICS
            (statistics if is_statistic else changed).append(name)
    return {
        "missing": missing,
        "changed": list(dict.fromkeys(changed)),
        "statistics": list(dict.fromkeys(statistics)),
    }


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - _MOST_TOLD} more" if len(names) > _MOST_TOLD else ""
    return ", ".join(names[:_MOST_TOLD]) + more
