"""The socket on which the pages are served."""

import asyncio
import socket
from pathlib import Path

import pytest

from etude.web.listener import LOOPBACK, listening, listening_as_before


def test_no_answer_waits_for_its_first_packet_to_be_acknowledged() -> None:
    """Else each answer after the first of a connection is 40 ms late."""

    async def accepted() -> int:
        answered = asyncio.get_running_loop().create_future()

        def answer(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            found = writer.get_extra_info("socket")
            answered.set_result(found.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()

        with listening(0) as listener:
            async with await asyncio.start_server(answer, sock=listener):
                _, writer = await asyncio.open_connection(LOOPBACK, listener.getsockname()[1])
                no_delay = int(await answered)
                writer.close()
                await writer.wait_closed()
        return no_delay

    assert asyncio.run(accepted()) != 0


def port_of(listener: socket.socket) -> int:
    return int(listener.getsockname()[1])


def test_a_server_that_is_started_again_is_found_at_the_same_port(tmp_path: Path) -> None:
    with listening_as_before(tmp_path / "port") as before:
        expected = port_of(before)

    with listening_as_before(tmp_path / "port") as again:
        assert port_of(again) == expected


def test_a_second_server_takes_another_port(tmp_path: Path) -> None:
    with (
        listening_as_before(tmp_path / "port") as first,
        listening_as_before(tmp_path / "port") as second,
    ):
        assert port_of(first) != port_of(second)


@pytest.mark.parametrize("kept", [b"", b"x", b"-1", b"65536", b"\xff"])
def test_what_is_no_port_is_not_asked_for(tmp_path: Path, kept: bytes) -> None:
    (tmp_path / "port").write_bytes(kept)

    with listening_as_before(tmp_path / "port") as listener:
        assert port_of(listener) > 0


def test_a_folder_that_cannot_be_written_is_no_reason_not_to_serve(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with listening_as_before(tmp_path / "file" / "port") as listener:
        assert port_of(listener) > 0
