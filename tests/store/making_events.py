"""Sittings and events to keep."""

from datetime import datetime
from typing import Any

from making_attempts import NOON

from etude.domain.exam import Blueprint, Category, Item, Paper
from etude.domain.sitting import Allowances, Reading, Sitting, SittingDeed, SittingEvent


def begun(
    learner: str, sitting: str, *, at: datetime = NOON, workspace: str = "/home/ann/etude-small"
) -> tuple[Sitting, SittingEvent]:
    """A sitting and the event that starts it."""
    category = Category(topic="text", title="Text", weight=100, skills=["s-1"])
    blueprint = Blueprint(
        name="small", title="Small", about="", minutes=60, pass_mark=70, categories=[category]
    )
    item = Item(number=1, topic="text", question="text/a", seed=4, weight=100.0)
    settled = Sitting(
        id=sitting,
        learner=learner,
        blueprint=blueprint,
        paper=Paper(blueprint="small", version=1, seed=9, items=[item]),
        workspace=workspace,
        etude="1.0",
        allowances=Allowances(extra_minutes=5, pauses=True),
    )
    return settled, event(sitting, 1, deed=SittingDeed.STARTED, at=at)


def event(
    sitting: str,
    number: int,
    *,
    deed: SittingDeed = SittingDeed.SUBMITTED,
    at: datetime = NOON,
    **fields: Any,
) -> SittingEvent:
    reading = Reading(wall=at, monotonic=123456.789012, boot="a-start")
    return SittingEvent(sitting=sitting, number=number, deed=deed, reading=reading, **fields)
