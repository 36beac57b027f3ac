"""A page of `etude web` as a browser has it open: one stream of events, and requests."""

import asyncio
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2

ETUDE = [sys.executable, "-m", "etude.cli.main"]
WAIT_SECONDS = 300.0


@dataclass(frozen=True, kw_only=True)
class Server:
    """Attributes: address: lets in once; pid: of the process that answers."""

    address: str
    pid: int
    environment: Mapping[str, str]

    def processor_seconds(self) -> float:
        """What the server itself has used so far; learners' programs run elsewhere."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory_mb(self) -> float:
        status = Path(f"/proc/{self.pid}/status").read_text()
        found = re.search(r"VmRSS:\s+(\d+) kB", status)
        return int(found[1]) / 1024 if found else float("nan")

    def wait_until_warm(self) -> None:
        """Until a child stands by for the next run, as it does while a learner thinks."""
        until = time.monotonic() + WAIT_SECONDS
        while "ready for the next" not in self._worker():
            if time.monotonic() > until:
                raise SystemExit(f"the worker does not get ready: {self._worker()}")
            time.sleep(0.2)

    def _worker(self) -> str:
        command = [*ETUDE, "worker", "status"]
        return subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=False
        ).stdout


@contextmanager
def server(folder: Path) -> Iterator[Server]:
    """A server over a new workspace."""
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
            address = next(match[0] for match in found if match)
            yield Server(address=address, pid=process.pid, environment=environment)
        finally:
            process.terminate()
            subprocess.run([*ETUDE, "worker", "stop"], env=environment, check=False)


@asynccontextmanager
async def come_in(address: str) -> AsyncIterator[httpx2.AsyncClient]:
    """A browser that was let in, and sends the token as pages do."""
    limits = httpx2.Limits(max_connections=None)
    site = address.partition("/enter")[0]
    async with httpx2.AsyncClient(base_url=site, limits=limits, timeout=WAIT_SECONDS) as client:
        await client.get(address)
        text = (await client.get("/practise", follow_redirects=True)).text
        found = re.search(r'name="csrf-token" content="([^"]+)"', text)
        assert found is not None
        client.headers["X-CSRF-Token"] = found[1]
        yield client


@dataclass(frozen=True, kw_only=True)
class Event:
    """Attributes: run: "" for what is of no run."""

    name: str
    data: Mapping[str, Any]
    run: str


async def events(stream: httpx2.Response) -> AsyncIterator[Event]:
    """What a page is told, as it comes."""
    fields: dict[str, str] = {}
    async for line in stream.aiter_lines():
        if line:
            name, _, value = line.partition(": ")
            fields[name] = value
        elif "event" in fields:
            data = json.loads(fields.get("data", "{}"))
            run = fields.get("id", "").partition(":")[0]
            yield Event(name=fields["event"], data=data, run=run)
            fields = {}
        else:
            fields = {}


@dataclass(frozen=True, kw_only=True)
class Page:
    """One open page. Attributes: told: its stream of events."""

    client: httpx2.AsyncClient
    exercise: str
    told: AsyncIterator[Event]

    async def digest(self) -> str:
        """Of the file as it is; a page knows it since it was opened."""
        return str((await self.client.get(f"/api/exercises/{self.exercise}/file")).json()["digest"])

    async def save(self, text: str, *, base: str) -> str:
        """As the page saves an edit; returns the digest of what is in the file then."""
        api = f"/api/exercises/{self.exercise}/file"
        answer = await self.client.put(api, json={"text": text, "base": base})
        answer.raise_for_status()
        return str(answer.json()["digest"])

    async def run(self, program: str = "") -> str:
        """As its button does; returns the run."""
        address = f"/api/exercises/{self.exercise}/runs"
        answer = await self.client.post(address, json={"program": program})
        answer.raise_for_status()
        return str(answer.json()["run"])

    async def until(self, name: str, run: str) -> Event:
        """The first event of this name, of this run or of one that took its place."""
        async with asyncio.timeout(WAIT_SECONDS):
            async for event in self.told:
                if event.name == name and event.run >= run:
                    return event
        raise EOFError(f"the stream of {self.exercise} ended before {name!r} came")


@asynccontextmanager
async def opened(client: httpx2.AsyncClient, exercise: str) -> AsyncIterator[Page]:
    """The page with its stream."""
    async with client.stream("GET", f"/practise/{exercise}/events") as stream:
        stream.raise_for_status()
        yield Page(client=client, exercise=exercise, told=events(stream))
