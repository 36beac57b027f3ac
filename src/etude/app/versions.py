"""Versions of what a verdict depends on, read without importing any of it."""

import platform
from functools import cache
from importlib import metadata

from etude import __version__

_TENSORFLOW = ("tensorflow", "tensorflow-cpu", "tensorflow-intel", "tensorflow-macos", "tf-nightly")


@cache
def versions() -> dict[str, str]:
    """Of étude, TensorFlow, Keras and Python; what is not installed is left out."""
    found = {"etude": __version__, "python": platform.python_version()}
    tensorflow = next(filter(None, map(_version, _TENSORFLOW)), "")
    keras = _version("keras")
    return found | {k: v for k, v in (("tensorflow", tensorflow), ("keras", keras)) if v}


def _version(distribution: str) -> str:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return ""
