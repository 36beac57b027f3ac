"""How a run ended, in the words of the pages."""

from collections.abc import Mapping
from typing import Any

from etude import decoding
from etude.app.run_log import How
from etude.render.steps import click


def ended(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """The data of an event ``ended``; its text also says what can be done."""
    how = decoding.convert(data, How)
    text = f"{how.text} {click(how.step)}" if how.step is not None else how.text
    return {**data, "text": text}
