"""Versions in one line."""

from collections.abc import Mapping

_NAMES = {
    "etude": "étude",
    "tensorflow": "TensorFlow",
    "keras": "Keras",
    "python": "Python",
    "content": "questions",
}


def versions_line(versions: Mapping[str, str]) -> str:
    """ "étude 0.1.0 · Python 3.11.9 · TensorFlow 2.21.0"."""
    return " · ".join(f"{_NAMES.get(name, name)} {of}" for name, of in versions.items())
