"""A grader with the installed data and versions."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from etude.domain.verdict import Verdict
    from etude.grading.grade import Grader
    from etude.sandbox import Sandbox


def make_grader(
    sandbox: "Sandbox",
    *,
    profile_seconds: float = 0.0,
    on_frame: Callable[[Mapping[str, Any]], None] | None = None,
    on_verdict: "Callable[[Verdict], None] | None" = None,
) -> "Grader":
    """Imports numpy and the judges, which is why it happens late."""
    from etude.app.versions import versions
    from etude.catalog.data import hidden_arrays, public_data
    from etude.grading.grade import Grader
    from etude.grading.plan import DataSource

    data = DataSource(public=public_data, hidden=hidden_arrays)
    return Grader(
        sandbox=sandbox,
        data=data,
        versions=versions(),
        profile_seconds=profile_seconds,
        on_frame=on_frame,
        on_verdict=on_verdict,
    )
