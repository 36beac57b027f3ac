"""Questions about recurrent layers, and about an error that one of them raised."""

import ast
import re
from dataclasses import dataclass

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import call_at, call_inside, layer_line
from etude.diagnoses.source import Source, argument, call_line, dotted_name
from etude.domain.error import Error
from etude.domain.network import all_layers
from etude.domain.observations import Fit, Layer, Model

RECURRENT = ("LSTM", "GRU", "SimpleRNN")
_ANY_RECURRENT = (*RECURRENT, "RNN", "ConvLSTM1D", "ConvLSTM2D")
_SEQUENTIAL = (*RECURRENT, "RNN", "Bidirectional", "Conv1D", "GlobalAveragePooling1D")
_REFUSED = re.compile(
    r"layer ['\"](?P<layer>[\w/]+)['\"].*expected (?P<min>min_)?ndim=3, found ndim=(?P<found>\d+)"
    r".*?shape received: \(?(?P<shape>[^)]*)\)?",
    re.DOTALL,
)
_NUMBER = re.compile(r"_\d+$")
_KERAS_BATCH = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A layer for sequences that was given an array without one of its axes.

    Attributes:
      layer: its name as Keras made it; kind: the class it stands for.
      shape: what it received, as text; last: its last size, None when it is not known.
    """

    error: Error
    layer: str
    kind: str
    shape: str
    last: int | None

    @property
    def is_numbered(self) -> bool:
        """Whether the program made a layer of the same kind before it: "lstm_1"."""
        return _NUMBER.search(self.layer) is not None


def stateful_layers(model: Model) -> list[Layer]:
    """Recurrent layers that begin a batch where the one before ended, also inside models."""
    layers = [layer for layer in all_layers(model) if layer.kind in RECURRENT]
    return [layer for layer in layers if layer.config.get("stateful") is True]


def is_shuffled(fit: Fit) -> bool:
    """Whether ``fit`` puts the rows of its arrays in another order first."""
    return fit.train.kind == "arrays" and fit.arguments.get("shuffle", True) is not False


def rows_of_a_batch(fit: Fit) -> int:
    """How many rows of its arrays ``fit`` takes at once."""
    size = fit.arguments.get("batch_size")
    return size if isinstance(size, int) and size else _KERAS_BATCH


def refused_sequence(evidence: Evidence) -> Refused | None:
    """The first error in which a recurrent or convolutional layer met two axes instead of three."""
    for error in evidence.errors:
        found = _REFUSED.search(error.message)
        if found is None or found["found"] != "2" or error.type != "ValueError":
            continue
        kind = _kind(found["layer"])
        if kind:
            sizes = [size.strip() for size in found["shape"].split(",") if size.strip()]
            last = int(sizes[-1]) if sizes and sizes[-1].isdigit() else None
            return Refused(
                error=error,
                layer=found["layer"],
                kind=kind,
                shape=f"({', '.join(sizes)})",
                last=last,
            )
    return None


def recurrent_calls(source: Source) -> list[ast.Call]:
    """Calls that make recurrent layers, in order of lines."""
    calls = [call for kind in RECURRENT for call in source.calls(kind)]
    return sorted(calls, key=lambda call: (call.lineno, call.col_offset))


def returns_sequences(call: ast.Call) -> bool:
    """Whether it gives a value for every step, or may: its argument is no constant."""
    given = argument(call, "return_sequences")
    return given is not None and given is not False


def width_of(source: Source, call: ast.Call) -> int | None:
    """How many values it gives: its units, twice in a Bidirectional layer; None when unknown."""
    units = argument(call, "units", 0)
    if not isinstance(units, int):
        return None
    around = [one for one in source.calls("Bidirectional") if call in ast.walk(one)]
    added = any(argument(one, "merge_mode") not in (None, "concat") for one in around)
    return 2 * units if around and not added else units


def keeps_sequences(model: Model) -> Layer | None:
    """The last recurrent layer, when it gives a value for every step."""
    recurrent = [layer for layer in all_layers(model) if layer.kind in _ANY_RECURRENT]
    last = recurrent[-1] if recurrent else None
    return last if last and last.config.get("return_sequences") else None


def return_sequences_line(source: Source, model: Model, layer: Layer) -> int:
    """Where ``return_sequences`` of a layer is written, also inside a Bidirectional."""
    line = layer_line(source, model, layer)
    call = call_at(source, line, layer.kind) or call_inside(
        call_at(source, line, "Bidirectional"), source.calls(layer.kind)
    )
    return source.line_of_argument(call, "return_sequences") if call else line


def line_of_layer(source: Source, refused: Refused) -> int:
    """Where a layer of that kind is made; the first one, which gets the inputs."""
    calls = source.calls(refused.kind)
    return call_line(calls[0]) if calls else refused.error.line


def _kind(layer: str) -> str:
    """ "lstm_1" is an LSTM, "conv1d" a Conv1D."""
    plain = _NUMBER.sub("", layer.split("/")[-1])
    known = {kind.lower(): kind for kind in _SEQUENTIAL}
    return known.get(plain.replace("_", ""), "")


def name_of(call: ast.Call) -> str:
    """ "LSTM(32)" or "LSTM(units[0])" as the source has it."""
    units = argument(call, "units", 0)
    size = ast.unparse(units) if isinstance(units, ast.AST) else units or ""
    return f"{dotted_name(call.func).rpartition('.')[2]}({size})"
