"""What happens in one run that is written down, until it ends."""

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import datetime

from etude.app.run_log import ENDED, RunEvent, RunLog, RunReader

_LOOK_SECONDS = 0.05


async def follow_log(log: RunLog, *, now: Callable[[], datetime]) -> AsyncIterator[RunEvent]:
    """Events from the first one on; a run that was cut off ends as "lost"."""
    reader = RunReader(log)
    while True:
        events = reader.read()
        for event in events:
            yield event
            if event.last:
                return
        if not events and log.is_lost(now=now()):
            yield RunEvent(number=0, event=ENDED, data={"how": "lost"})
            return
        await asyncio.sleep(_LOOK_SECONDS)
