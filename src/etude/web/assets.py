"""The bundled scripts and styles, by the names that pages know them by."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

from etude import decoding
from etude.domain.problem import Problem

FOLDER = Path(__file__).parent / "static"
KEPT = "public, max-age=31536000, immutable"


@cache
def bundles() -> Mapping[str, str]:
    """Name -> file, "practise.js" -> "practise-4KQ2.js"; the files change names with content.

    Raises:
      Problem: this étude was installed without them.
    """
    try:
        content = (FOLDER / "manifest.json").read_bytes()
        return decoding.from_json(content, _Manifest).files
    except (OSError, msgspec.DecodeError):
        raise Problem(
            "The pages' scripts are missing. In a checkout: python scripts/build_client.py. "
            "Else install étude again: pip install --force-reinstall --no-deps etude"
        ) from None


def address(name: str) -> str:
    """The address of a bundle."""
    return f"/static/{bundles()[name]}"


class _Manifest(msgspec.Struct):
    files: dict[str, str]
