"""A marker with the hidden data of one sitting, for one file that is handed in."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from etude.app.exam.exam import Exam
from etude.app.exam.packs import hidden_of
from etude.domain.sitting import Sitting

if TYPE_CHECKING:
    from etude.grading.mark import Marker
    from etude.grading.plan import Hidden
    from etude.sandbox import Sandbox


def marker_of(exam: Exam, sitting: Sitting, artifacts: Mapping[str, bytes]) -> "Marker":
    """The marker for these artifacts in a sitting."""
    return make_marker(
        exam.sandbox(),
        seed=sitting.paper.seed,
        artifacts=artifacts,
        hidden=hidden_of(exam, sitting),
    )


def make_marker(
    sandbox: "Sandbox",
    *,
    seed: int,
    artifacts: Mapping[str, bytes],
    hidden: "Hidden | None" = None,
) -> "Marker":
    """The marker for these artifacts in the sitting of this seed.

    Args:
      seed: of the sitting's paper.
      hidden: where hidden sets come from; None for the installed ones.
    """
    from etude.app.versions import versions
    from etude.catalog.data import hidden_arrays, public_data
    from etude.exams.seal import salt_of, sealed
    from etude.grading.mark import Marker
    from etude.grading.plan import DataSource

    arrays, salt = hidden or hidden_arrays, salt_of(artifacts)
    data = DataSource(
        public=public_data, hidden=lambda name: sealed(arrays(name), seed=seed, salt=salt)
    )
    return Marker(sandbox=sandbox, data=data, versions=versions())
