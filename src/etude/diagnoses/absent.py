"""What stopped a program because it is not there."""

from etude.diagnoses.evidence import Evidence
from etude.domain.error import Error, Missing

# How TensorFlow and Keras call their own modules inside.
_INSIDE = {"keras._tf_keras.keras": "tensorflow.keras", "tensorflow._api.v2": "tensorflow"}


def public(module: str) -> str:
    """The name of a module as programs write it."""
    for inside, shown in _INSIDE.items():
        if module == inside or module.startswith(f"{inside}."):
            return shown + module.removeprefix(inside)
    return module


def absent(evidence: Evidence, *kinds: str) -> tuple[Error, Missing] | None:
    """The exception that ended the program, where something of these kinds was missing."""
    error = evidence.error
    if error is None or error.missing is None or error.missing.kind not in kinds:
        return None
    return error, error.missing
