"""Templates: everything that is put into one is made harmless and escaped."""

import base64
import re
from functools import cache
from typing import Any

import jinja2

from etude.domain.wording import counted
from etude.render.harmless import harmless
from etude.render.numbers import figure

_PACKAGE = "etude.render.html"
_CODE = re.compile(r"`([^`\n]+)`")


@cache
def environment() -> jinja2.Environment:
    """The templates of this package."""
    return make_environment(jinja2.PackageLoader(_PACKAGE))


def make_environment(loader: jinja2.BaseLoader, *, diagnoses_at: str = "") -> jinja2.Environment:
    """Templates from a loader; what one asks for and does not get is an error.

    Args:
      diagnoses_at: the address of a diagnosis's page without its name, "" where there are none.
    """
    made = jinja2.Environment(
        loader=loader,
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"png": png_address, "figure": figure, "counted": counted, "parts": parts}
    made.globals["diagnoses_at"] = diagnoses_at
    return made


def png_address(content: bytes) -> str:
    """The picture itself as an address, so that nothing has to be fetched."""
    return f"data:image/png;base64,{base64.b64encode(content).decode('ascii')}"


def parts(text: str) -> list[str]:
    """A text cut at its `code`: prose, code, prose, ..."""
    return _CODE.split(text)


def _shown(value: Any) -> Any:
    """Controls and marks that turn writing around are shown; escaping comes after this."""
    ready = hasattr(value, "__html__")  # the output of a macro
    return harmless(value) if isinstance(value, str) and not ready else value
