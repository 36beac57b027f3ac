"""What there is to see of runs, as numbers."""

from collections.abc import Sequence

from fastapi import APIRouter

from etude.render.curves import Curve, curves
from etude.web.addressed import EXERCISE, TheExercise
from etude.web.ground import Here
from etude.web.newest_seen import newest_seen

router = APIRouter(prefix=f"/api{EXERCISE}", tags=["seen"])


@router.get("/curves")
def newest_curves(here: Here, exercise: TheExercise) -> Sequence[Curve]:
    """The curves of the newest run's trainings, as far as they have come."""
    return curves(newest_seen(here, exercise).seen)
