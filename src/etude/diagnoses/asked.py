"""Which names stand behind what a model learns from, and behind what it is asked about later."""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.origins import origins
from etude.diagnoses.places import call_at
from etude.diagnoses.source import Source
from etude.domain.observations import Fit

_ASKING = ("evaluate", "predict")


def behind_learned(source: Source, fit: Fit) -> list[ast.AST]:
    """Every part of the inputs of a training, and of what they are made of."""
    return _behind(source, fit.line, ("fit",))


def behind_judged(evidence: Evidence, fit: Fit) -> list[ast.AST]:
    """The same of what its model is validated on, judged on or asked about."""
    asked = [c for c in evidence.calls_with_model_of(fit) if c.name.endswith(_ASKING)]
    found = [node for c in asked for node in _behind(evidence.source, c.line, _ASKING)]
    return found + _behind(evidence.source, fit.line, ("fit",), argument="validation_data")


def _behind(source: Source, line: int, verbs: tuple[str, ...], argument: str = "") -> list[ast.AST]:
    call = next((c for verb in verbs if (c := call_at(source, line, verb)) is not None), None)
    if call is None:
        return []
    parts = [k.value for k in call.keywords if k.arg == (argument or "x")]
    parts += [] if argument else call.args[:1]
    # Of (inputs, labels) the inputs.
    parts = [part.elts[0] if isinstance(part, ast.Tuple) and part.elts else part for part in parts]
    return [node for part in parts for node in origins(source, part, before=line)]
