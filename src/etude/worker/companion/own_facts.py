"""Facts of a program that may start processes of its own."""

import contextlib
import os

from etude.worker.facts_writer import FactsWriter


class OwnFacts(FactsWriter):
    """Silent in processes that the program forks, and when nobody reads any more."""

    def __init__(self, fd: int, token: bytes) -> None:
        super().__init__(fd, token)
        self._pid = os.getpid()

    def _write(self, data: bytes) -> None:
        if os.getpid() == self._pid:
            with contextlib.suppress(OSError):
                super()._write(data)
