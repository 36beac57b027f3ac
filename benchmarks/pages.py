"""The pages: how soon each is there, how soon a save is answered, and many that run at once.

    python benchmarks/pages.py [--pages 200] [--every 10] [--seconds 60] [--write]

A server over a workspace of its own, with the real sandbox, asked as a browser asks it. First, with
one page open: each kind of page again and again; saving and running an exercise that trains
nothing, until the page is told of its first check; a training, whose points carry the moment at
which they were made, until a page could draw them. Then many pages at once, each of which runs a
small exercise as it is given every few seconds; pages beyond the number of exercises share them.
"""

import argparse
import asyncio
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import httpx2
from measuring import load, machine
from page import bullets, publish, seconds, table
from web_page import Page, Server, come_in, opened, server

EXERCISE = "models/functional_cnn"
SOLUTION = Path(__file__).resolve().parents[1] / "src/etude/exercises" / EXERCISE / "solution.py"
RENDERED = (
    "/",
    "/practise/{0}",
    "/practise/{0}/seen",
    "/attempts/{0}",
    "/attempts/{0}/1",
    "/exercises",
    "/skills",
    "/skills/image-2",
    "/diagnoses",
    "/history",
    "/exam",
    "/doctor",
)
TIMES_RENDERED = 20
# As long as somebody thinks between two saves, and the worker needs to stand by again.
THINKING_SECONDS = 3.0
# The moment of an epoch's end is a measure of its own, so that it comes the way of all measures.
TRAINING = """
import time
import keras
import numpy as np


class Clock(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        logs["at"] = time.time()

    def on_epoch_begin(self, epoch, logs=None):
        time.sleep(0.3)


model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(np.zeros((8, 4)), np.zeros(8), epochs={epochs}, verbose=0, callbacks=[Clock()])
"""
EPOCHS = 12
# Exercises of this kind are given without a program that trains.
SMALL = "build"
RENDER_BUDGET, SAVE_BUDGET, POINT_BUDGET = 0.05, 0.4, 0.5


@dataclass(frozen=True, kw_only=True)
class Plan:
    pages: int
    every: float
    seconds: float
    saves: int


@dataclass(kw_only=True)
class Measured:
    """Seconds of each time.

    Attributes:
      render: of a page that is open alone; render_processor: what the server used for one.
      save: from saving to the first check; save_processor: what the server used until the end.
      behind: from the end of an epoch to its point.
      crowded: of a page among many; runs: from asking for a run to its end.
    """

    render: list[float] = field(default_factory=list)
    render_processor: float = 0.0
    save: list[float] = field(default_factory=list)
    save_processor: list[float] = field(default_factory=list)
    behind: list[float] = field(default_factory=list)
    crowded: list[float] = field(default_factory=list)
    runs: list[float] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    memory_mb: float = 0.0


async def measure(found: Server, plan: Plan) -> Measured:
    measured = Measured()
    async with come_in(found.address) as client:
        async with opened(client, EXERCISE) as page:
            await save_and_run(page, found, plan.saves, measured)
            await render(client, found, measured)
            await train(page, measured)
        await crowd(client, plan, measured)
    measured.memory_mb = found.memory_mb()
    return measured


async def save_and_run(page: Page, found: Server, times: int, measured: Measured) -> None:
    """The first one is not counted: it loads what a server loads once."""
    solution = SOLUTION.read_text(encoding="utf-8")
    digest = await page.digest()
    for number in range(times + 1):
        await asyncio.to_thread(found.wait_until_warm)
        await asyncio.sleep(THINKING_SECONDS)
        used, started = found.processor_seconds(), time.monotonic()
        digest = await page.save(f"{solution}# {number}\n", base=digest)
        run = await page.run(digest)
        await page.until("verdict", run)
        took = time.monotonic() - started
        await page.until("ended", run)
        if number:
            measured.save.append(took)
            measured.save_processor.append(found.processor_seconds() - used)


async def render(client: httpx2.AsyncClient, found: Server, measured: Measured) -> None:
    used = found.processor_seconds()
    for _ in range(TIMES_RENDERED):
        for address in RENDERED:
            measured.render.append(await fetch(client, address.format(EXERCISE)))
    measured.render_processor = (found.processor_seconds() - used) / len(measured.render)


async def fetch(client: httpx2.AsyncClient, address: str) -> float:
    started = time.monotonic()
    (await client.get(address, headers={"accept": "text/html"})).raise_for_status()
    return time.monotonic() - started


async def train(page: Page, measured: Measured) -> None:
    """Whenever the page is told that there is more to see, it asks for the curves."""
    program = TRAINING.replace("{epochs}", str(EPOCHS))
    run = await page.run(await page.save(program, base=await page.digest()))
    shown = 0
    async for event in page.told:
        if event.run < run:
            continue
        if event.name == "seen":
            points = await points_of(page)
            measured.behind += [time.time() - at for at in points[shown:]]
            shown = max(shown, len(points))
        if event.name == "ended":
            break
    if shown < EPOCHS:
        measured.failed.append(f"of {EPOCHS} epochs {shown} were shown")


async def points_of(page: Page) -> Sequence[float]:
    curves = (await page.client.get(f"/api/exercises/{page.exercise}/curves")).json()
    return next((c["lines"][0]["values"] for c in curves if c["measure"] == "at"), [])


async def crowd(client: httpx2.AsyncClient, plan: Plan, measured: Measured) -> None:
    every = (await client.get("/api/exercises")).json()
    names = [one["id"] for one in every if one["kind"] == SMALL]
    until = time.monotonic() + plan.seconds
    await asyncio.gather(
        *(
            one_of_many(client, names[n % len(names)], plan, until, measured)
            for n in range(plan.pages)
        )
    )


async def one_of_many(
    client: httpx2.AsyncClient, exercise: str, plan: Plan, until: float, measured: Measured
) -> None:
    """Opens, and runs again and again; what fails is written down."""
    await asyncio.sleep(random.random() * plan.every)
    try:
        measured.crowded.append(await fetch(client, f"/practise/{exercise}"))
        async with opened(client, exercise) as page:
            while time.monotonic() < until:
                started = time.monotonic()
                end = await page.until("ended", await page.run())
                measured.runs.append(time.monotonic() - started)
                if end.data["how"] in ("failed", "lost"):
                    measured.failed.append(f"{exercise}: {end.data}")
                await asyncio.sleep(max(0.0, plan.every - (time.monotonic() - started)))
    except (httpx2.HTTPError, TimeoutError, EOFError) as error:
        measured.failed.append(f"{exercise}: {error!r}")


def percentile(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[int(share * (len(ordered) - 1))]


def row(name: str, values: Sequence[float], budget: float | None, share: float) -> list[str]:
    """Args:
    share: of the values that must lie within the budget.
    """
    if not values:
        return [name, *["-"] * 6]
    held = "" if budget is None else "yes" if percentile(values, share) <= budget else "**no**"
    promised = "" if budget is None else f"<= {seconds(budget)}"
    shown = (statistics.median(values), min(values), percentile(values, 0.95))
    return [name, str(len(values)), *map(seconds, shown), promised, held]


def section(measured: Measured, plan: Plan) -> str:
    head = ("what", "times", "median", "lowest", "p95", "promised", "held")
    rows = [
        row("a page, one at a time (p95)", measured.render, RENDER_BUDGET, 0.95),
        row("save to first check (median)", measured.save, SAVE_BUDGET, 0.5),
        row("a point behind its epoch (p95)", measured.behind, POINT_BUDGET, 0.95),
        row(f"a page among {plan.pages}", measured.crowded, None, 0.95),
        row(f"a run among {plan.pages}", measured.runs, None, 0.95),
    ]
    per_save = statistics.median(measured.save_processor) if measured.save_processor else 0.0
    lines = [
        f"processor time of the server: {seconds(measured.render_processor)} for a page, "
        f"{seconds(per_save)} for a save and its run",
        f"{plan.pages} pages open for {plan.seconds:.0f} s, each running every {plan.every:.0f} s: "
        f"{len(measured.failed)} errors",
        f"the server held {measured.memory_mb:.0f} MB in the end; load at the end {load()}",
        *machine("fastapi", "uvicorn", "tensorflow_cpu"),
    ]
    return f"{table(head, rows)}\n\n{bullets(lines)}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--every", type=float, default=10.0)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--saves", type=int, default=10)
    parser.add_argument("--write", action="store_true", help="into docs/benchmarks.md")
    options = vars(parser.parse_args())
    write = options.pop("write")
    plan = Plan(**options)
    with tempfile.TemporaryDirectory() as folder, server(Path(folder)) as found:
        measured = asyncio.run(measure(found, plan))
    publish("pages", section(measured, plan), write=write)
    print(*measured.failed[:10], sep="\n")
    return 1 if measured.failed else 0


if __name__ == "__main__":
    sys.exit(main())
