"""The socket on which the pages are served."""

import asyncio
import socket

from etude.web.serving import LOOPBACK, listening


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
