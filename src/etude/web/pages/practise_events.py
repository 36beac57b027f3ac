"""Events of a run as pieces of the page."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from etude import decoding
from etude.app.run_desk import REPORT, VERDICT, Judged
from etude.app.run_log import ENDED
from etude.domain.verdict import Verdict
from etude.render.html.report import report_block
from etude.web.ended import ended
from etude.web.following import Happening
from etude.web.rendering import environment


def shown(happening: Happening) -> Mapping[str, Any]:
    """The event's data; a piece that shows it is under "html"."""
    make = _PIECES.get(happening.event)
    return happening.data if make is None else make(happening.data)


def _verdict(data: Mapping[str, Any]) -> Mapping[str, Any]:
    verdict = decoding.convert(data, Verdict)
    return {"check": verdict.check, "html": _piece("verdict", verdict=verdict)}


def _report(data: Mapping[str, Any]) -> Mapping[str, Any]:
    judged = decoding.convert(data, Judged)
    block = report_block(judged.report, judged.texts)
    return {
        "told": block.told,
        "mood": block.mood,
        "program": block.program,
        "marks": msgspec.to_builtins(block.marks),
        "html": _piece("report", block=block, problem=judged.problem),
        "more": _piece("more", block=block),
    }


def _piece(name: str, **values: Any) -> str:
    return environment().get_template(f"pieces/{name}.html.j2").render(values)


_PIECES: Mapping[str, Callable[[Mapping[str, Any]], Mapping[str, Any]]] = {
    VERDICT: _verdict,
    REPORT: _report,
    ENDED: ended,
}
