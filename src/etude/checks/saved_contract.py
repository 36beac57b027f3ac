"""A saved model takes and gives what was agreed, and is no larger than agreed."""

from collections.abc import Mapping
from typing import Any

from etude.checks.artifact_reloads import refusal
from etude.checks.artifact_size import bytes_of
from etude.checks.element_spec import Tensor
from etude.checks.live import Facts, Live
from etude.checks.of_artifact import OfArtifact
from etude.checks.predictions import as_graph
from etude.domain.verdict import Verdict

_EXAMPLES = 3


class SavedContract(OfArtifact, frozen=True, kw_only=True):
    """The model is called, whatever it is made of; nothing is asked about its layers.

    Attributes:
      takes: by the name of the input; a single input without a name stands under "".
      gives: the output of one call. Every shape and dtype of both is stated.
      most_bytes: how large the file may be, or all files of the folder together.
    """

    takes: Mapping[str, Tensor]
    gives: Tensor
    most_bytes: int

    @property
    def title(self) -> str:
        return f"{self.artifact} takes {self._takes} and gives {_told(self.gives)}"

    def look(self, live: Live) -> Facts:
        facts: dict[str, Any] = {"bytes": bytes_of(self.artifact)}
        try:
            model = as_graph(live, live.load_model(self.artifact))
            came = _described(model(self._examples(live), training=False))
        except Exception as error:
            return {**facts, "refused": refusal(live, error, self.artifact)}
        return {**facts, "came": came}

    def judge_saved(self, facts: Facts) -> Verdict:
        if "refused" in facts:
            return self.failed(
                expected=f"a model that takes {self._takes}",
                received=facts["refused"]["message"],
                attempt="load the file in a new Python session and call it with such a batch",
            )
        wanted = _told(self.gives, str(_EXAMPLES))
        if facts["came"] != wanted:
            return self.failed(
                expected=f"{wanted} for a batch of {_EXAMPLES}",
                received=facts["came"],
                attempt="look at model.output_shape: the last layer decides it",
            )
        if facts["bytes"] > self.most_bytes:
            return self.failed(
                expected=f"{self.artifact} in at most {self.most_bytes:,} bytes",
                received=f"{facts['bytes']:,} bytes",
                attempt="model.summary() tells which layers hold the weights",
            )
        return self.passed()

    @property
    def _takes(self) -> str:
        return ", ".join(
            f"{name}: {_told(of)}" if name else _told(of) for name, of in self.takes.items()
        )

    def _examples(self, live: Live) -> Any:
        """A batch of nothing: zeros, or empty texts."""
        columns = {name: _nothing(live, tensor) for name, tensor in self.takes.items()}
        return columns[""] if set(columns) == {""} else columns


def _nothing(live: Live, tensor: Tensor) -> Any:
    shape = (_EXAMPLES, *tensor.shape)
    if tensor.dtype == "string":
        return live.tf.fill(shape, "")
    return live.tf.zeros(shape, tensor.dtype)


def _told(tensor: Tensor, examples: str = "n") -> str:
    """As in "float32 (n, 32, 32, 3)"."""
    return _named(tensor.dtype, (examples, *map(str, tensor.shape)))


def _described(came: Any) -> str:
    if isinstance(came, dict | list | tuple):
        return f"a {type(came).__name__} of {len(came)} outputs"
    return _named(came.dtype.name, tuple(map(str, came.shape)))


def _named(dtype: str, axes: tuple[str, ...]) -> str:
    return f"{dtype} ({', '.join(axes)}{',' if len(axes) == 1 else ''})"
