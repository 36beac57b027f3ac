"""`etude worker`: the background process that keeps TensorFlow in memory."""

from typing import TYPE_CHECKING

import click

from etude.cli.arguments import json_option
from etude.cli.codes import Code
from etude.cli.terminal import print_json

if TYPE_CHECKING:
    from etude.domain.worker_protocol import WorkerStatus


@click.group("worker", short_help="Look at or stop the background worker.")
def command() -> None:
    """Look at or stop the background process that keeps TensorFlow in memory.

    It starts by itself when something is run, and ends by itself when it has been idle.
    """


@command.command("start", short_help="Start it, and say how it is isolated.")
def start() -> Code:
    """Start the worker if none runs, and say how your programs are isolated."""
    from etude.app.open_practice import user_sandbox
    from etude.app.places import find_places
    from etude.sandbox import worker_status

    places = find_places()
    with user_sandbox(places) as sandbox:
        _ = sandbox.isolation  # asking for it starts the worker
    for worker in worker_status(places.usable_runtime()):
        click.echo("\n".join(_lines(worker)))
    return Code.OK


@command.command("status", short_help="Say what runs, and how it is isolated.")
@json_option()
def status(*, as_json: bool) -> Code:
    """Say what runs, and which layers of isolation stand around your programs."""
    import msgspec

    from etude.app.places import find_places
    from etude.sandbox import worker_status

    workers = worker_status(find_places().usable_runtime())
    if as_json:
        print_json(msgspec.to_builtins(workers))
    elif not workers:
        click.echo("No worker is running; the next check starts one, or: etude worker start")
    for worker in () if as_json else workers:
        click.echo("\n".join(_lines(worker)))
    return Code.OK


@command.command("stop", short_help="End it; the next check starts another.")
def stop() -> Code:
    """End the worker and what runs in it; the next check starts another."""
    from etude.app.places import find_places
    from etude.sandbox import stop_worker

    count = stop_worker(find_places().usable_runtime())
    click.echo("Stopped." if count else "No worker was running.")
    return Code.OK


def _lines(worker: "WorkerStatus") -> list[str]:
    minutes = worker.uptime_seconds / 60
    made_of = ", ".join(f"{name} {version}" for name, version in worker.versions.items())
    runs = f"{worker.runs} runs, {worker.running} now"
    ready = ", ready for the next" if worker.ready else ""
    lines = [
        f"process {worker.pid}, up {minutes:.0f} min, {runs}{ready}",
        f"made of {made_of}",
        f"isolation level {worker.level} of 3",
    ]
    width = max((len(name) for name in worker.layers), default=0)
    return lines + [f"  {name:<{width}}  {state}" for name, state in worker.layers.items()]
