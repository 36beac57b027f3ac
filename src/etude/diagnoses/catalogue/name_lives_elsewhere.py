"""
A name is looked for in a module that does not hold it.

## Why it hurts
Libraries keep what belongs together in one place: layers in `keras.layers`, optimizers in `keras.optimizers`, splits of data in
`sklearn.model_selection`. Python looks only where it is told to. The program stops before anything is computed, and the message names the place
that was asked, not the one that has it.

## Example
    from keras.layers import Dense, EarlyStopping

## Instead
    from keras.layers import Dense
    from keras.callbacks import EarlyStopping
"""

import ast

from etude.diagnoses.absent import absent
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import spans
from etude.domain.error import Missing
from etude.domain.finding import Finding, Severity
from etude.domain.modules import public

SEVERITY = Severity.ERROR
SKILLS = ("dev-2", "dev-1", "dev-3")
GUIDE = "Keras API: Keras layers API"
EXPLAINS = ("name_misspelt", "name_not_defined")


def match(evidence: Evidence) -> Finding | None:
    found = absent(evidence, "name", "attribute")
    if found is None or not found[1].elsewhere:
        return None
    error, missing = found
    home, _, name = missing.elsewhere.rpartition(".")
    imported = any(spans(one, error.line) for one in evidence.source.all(ast.ImportFrom))
    importing = imported or missing.kind == "name"
    return Finding(
        line=error.line,
        about=name,
        evidence=f"{_said(missing)}; {home} has it",
        change=f"from {home} import {name}" if importing else f"write {_short(missing.elsewhere)}",
    )


def _said(missing: Missing) -> str:
    if missing.kind == "name":
        return f"{missing.name} was not imported"
    return f"{public(missing.of)} has no {missing.name}"


def _short(path: str) -> str:
    """As programs write it that have imported the library in the usual way."""
    for library, alias in (("tensorflow.", "tf."), ("numpy.", "np.")):
        path = path.replace(library, alias, 1) if path.startswith(library) else path
    return path
