"""`etude web` as it is typed."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest

COMMAND = [sys.executable, "-m", "etude.cli.main", "web", "--no-browser"]
pytestmark = pytest.mark.slow


@contextmanager
def typed(folder: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The running command, and the address that it prints."""
    with subprocess.Popen(
        COMMAND, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        assert process.stdout is not None
        found = (re.search(r"http\S+", line) for line in process.stdout)
        try:
            yield process, next(match[0] for match in found if match)
        finally:
            process.kill()


def test_the_printed_address_lets_in_and_offers_a_workspace(tmp_path: Path) -> None:
    with typed(tmp_path) as (_, address), httpx2.Client(follow_redirects=True) as client:
        answer = client.get(address)

    assert "Make the workspace" in answer.text


def test_only_this_machine_is_answered(tmp_path: Path) -> None:
    with typed(tmp_path) as (_, address):
        port = int(re.search(r":(\d+)", address.removeprefix("http:"))[1])  # type: ignore[index]

        assert address.startswith("http://127.0.0.1:")
        assert _listens_on(port) == {"127.0.0.1"}


def _listens_on(port: int) -> set[str]:
    """From the kernel's own list of listening sockets."""
    table = Path("/proc/net/tcp")
    if not table.exists():
        pytest.skip("this system does not list its sockets")
    rows = [line.split() for line in table.read_text().splitlines()[1:]]
    listening = [row[1].split(":") for row in rows if row[3] == "0A"]
    return {
        socket.inet_ntoa(bytes.fromhex(address)[::-1])
        for address, hexadecimal in listening
        if int(hexadecimal, 16) == port
    }


def test_control_c_ends_it_without_a_traceback(tmp_path: Path) -> None:
    with typed(tmp_path) as (process, address):
        httpx2.get(address)  # it answers by now
        process.send_signal(signal.SIGINT)
        rest, _ = process.communicate(timeout=20)

    assert process.returncode == 130
    assert "Traceback" not in rest


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        done = subprocess.run(
            [*COMMAND, "--port", str(port)],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=60,
        )

    assert done.returncode != 0
    assert f"Port {port}" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_state_folder_is_for_its_owner_alone(tmp_path: Path) -> None:
    with typed(tmp_path):
        folder = Path(os.environ["ETUDE_HOME"]) / "web"

        assert folder.stat().st_mode & 0o077 == 0
