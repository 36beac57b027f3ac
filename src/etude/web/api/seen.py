"""What there is to see of runs: all of it, and the curves alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter

from etude.render.curves import Curve, curves
from etude.render.seen_json import seen_record
from etude.web.addressed import EXERCISE, TheExercise
from etude.web.ground import Here
from etude.web.newest_seen import newest_seen

router = APIRouter(prefix=f"/api{EXERCISE}", tags=["seen"])


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenNow:
    """Attributes:
    run: its id, "" before the first one; running: whether more may come.
    seen: fits, models, data, batches, decisions and the profile; pictures are PNG in base64.
    """

    run: str
    running: bool
    seen: Mapping[str, Any]


@router.get("/seen")
def newest(here: Here, exercise: TheExercise) -> SeenNow:
    """What there is to see of the newest run, as far as it has come."""
    found = newest_seen(here, exercise)
    return SeenNow(run=found.run, running=found.running, seen=seen_record(found.seen))


@router.get("/curves")
def newest_curves(here: Here, exercise: TheExercise) -> Sequence[Curve]:
    """The curves of the newest run's trainings, as far as they have come."""
    return curves(newest_seen(here, exercise).seen)
