"""Open pages that run their exercise every few seconds: what it costs, and whether any fails.

    python benchmarks/pages.py [--pages 200] [--every 10] [--seconds 60]

Each page is one stream of events, as in a browser. Each runs an exercise as it is given, in one
workspace of one server with the real sandbox; pages beyond the number of exercises share them.
"""

import argparse
import asyncio
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx2

ETUDE = [sys.executable, "-m", "etude.cli.main"]
WAIT_SECONDS = 120.0


@dataclass(kw_only=True)
class Measured:
    """Attributes: render: seconds of each page; run: from asking for a run to its end."""

    render: list[float] = field(default_factory=list)
    run: list[float] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Plan:
    pages: int
    every: float
    seconds: float


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """The address that lets in, of a server over a new workspace."""
    environment = {**os.environ, "ETUDE_HOME": str(folder / "home")}
    subprocess.run(
        [*ETUDE, "start", "."], cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL
    )
    with subprocess.Popen(
        [*ETUDE, "web", "--no-browser"],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        found = (re.search(r"http\S+", line) for line in process.stdout)
        try:
            yield next(match[0] for match in found if match)
        finally:
            process.terminate()
            subprocess.run([*ETUDE, "worker", "stop"], env=environment, check=False)


async def measure(address: str, plan: Plan) -> Measured:
    measured = Measured()
    limits = httpx2.Limits(max_connections=None)
    site = address.partition("/enter")[0]
    async with httpx2.AsyncClient(base_url=site, limits=limits, timeout=WAIT_SECONDS) as client:
        await client.get(address)
        page = (await client.get("/practise", follow_redirects=True)).text
        found = re.search(r'name="csrf-token" content="([^"]+)"', page)
        assert found is not None
        client.headers["X-CSRF-Token"] = found[1]
        names = [one["id"] for one in (await client.get("/api/exercises")).json()]
        until = time.monotonic() + plan.seconds
        pages = (
            one_page(client, names[n % len(names)], plan, until, measured)
            for n in range(plan.pages)
        )
        await asyncio.gather(*pages)
    return measured


async def one_page(
    client: httpx2.AsyncClient, exercise: str, plan: Plan, until: float, measured: Measured
) -> None:
    """Opens, and runs again and again; what fails is written down."""
    await asyncio.sleep(random.random() * plan.every)
    try:
        started = time.monotonic()
        (await client.get(f"/practise/{exercise}")).raise_for_status()
        measured.render.append(time.monotonic() - started)
        async with client.stream("GET", f"/practise/{exercise}/events") as stream:
            lines = stream.aiter_lines()
            while time.monotonic() < until:
                started = time.monotonic()
                answer = await client.post(f"/api/exercises/{exercise}/runs", json={})
                answer.raise_for_status()
                run = answer.json()["run"]
                async with asyncio.timeout(WAIT_SECONDS):
                    await end_of(run, lines)
                measured.run.append(time.monotonic() - started)
                await asyncio.sleep(max(0.0, plan.every - (time.monotonic() - started)))
    except (httpx2.HTTPError, TimeoutError) as error:
        measured.failed.append(f"{exercise}: {error!r}")


async def end_of(run: str, lines: object) -> None:
    """Reads until this run, or a newer one that took its place, has ended."""
    ended = False
    async for line in lines:  # type: ignore[attr-defined]
        if line.startswith("event: "):
            ended = line == "event: ended"
        elif ended and line.startswith("id: ") and line.removeprefix("id: ") >= run:
            return


def told(name: str, seconds: list[float]) -> str:
    if not seconds:
        return f"{name}: none"
    ordered = sorted(seconds)
    p95 = ordered[int(0.95 * (len(ordered) - 1))]
    return (
        f"{name}: {len(ordered)}, median {1e3 * statistics.median(ordered):.0f} ms, "
        f"p95 {1e3 * p95:.0f} ms, slowest {1e3 * ordered[-1]:.0f} ms"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--every", type=float, default=10.0)
    parser.add_argument("--seconds", type=float, default=60.0)
    plan = Plan(**vars(parser.parse_args()))
    with tempfile.TemporaryDirectory() as folder, server(Path(folder)) as address:
        measured = asyncio.run(measure(address, plan))
    print(told("pages opened", measured.render))
    print(told("runs", measured.run))
    print(f"failed: {len(measured.failed)}", *measured.failed[:10], sep="\n  ")
    return 1 if measured.failed else 0


if __name__ == "__main__":
    sys.exit(main())
