"""Which names stand behind what a model learns from, and behind what it is asked about later."""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.origins import origins
from etude.diagnoses.places import call_at
from etude.diagnoses.source import Source
from etude.domain.observations import Fit

_ASKING = ("evaluate", "predict")


_NAMES = ("x", "y")
INPUTS, LABELS = 0, 1


def behind_learned(source: Source, fit: Fit, part: int = INPUTS) -> list[ast.AST]:
    """Every part of the inputs, or labels, of a training, and of what they are made of."""
    return _behind(source, fit.line, ("fit",), part)


def behind_judged(evidence: Evidence, fit: Fit, part: int = INPUTS) -> list[ast.AST]:
    """The same of what its model, or a copy loaded again, is validated, judged or asked about."""
    calls = [*evidence.calls_with_model_of(fit), *evidence.calls_with_copies_of(fit)]
    asked = [call for call in calls if call.name.endswith(_ASKING)]
    found = [node for c in asked for node in _behind(evidence.source, c.line, _ASKING, part)]
    return found + _behind(evidence.source, fit.line, ("fit",), part, pair="validation_data")


def _behind(
    source: Source, line: int, verbs: tuple[str, ...], part: int, pair: str = ""
) -> list[ast.AST]:
    call = next((c for verb in verbs if (c := call_at(source, line, verb)) is not None), None)
    if call is None:
        return []
    found = [k.value for k in call.keywords if k.arg == (pair or _NAMES[part])]
    found += [] if pair else call.args[part : part + 1]
    found = [_one_of(node, part) for node in found]
    return [node for one in found for node in origins(source, one, before=line)]


def _one_of(node: ast.expr, part: int) -> ast.expr:
    """Of (inputs, labels) the one that is asked for."""
    return node.elts[part] if isinstance(node, ast.Tuple) and len(node.elts) > part else node
