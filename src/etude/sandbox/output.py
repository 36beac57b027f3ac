"""What a program printed: all of it when short, its beginning and its end when long."""


class BoundedText:
    """Collects bytes; keeps ``kept_bytes`` of them, half from each end."""

    def __init__(self, kept_bytes: int) -> None:
        self._half = kept_bytes // 2
        self._first = bytearray()
        self._last = bytearray()
        self.total_bytes = 0

    def feed(self, data: bytes) -> None:
        """Takes bytes as they arrive."""
        self.total_bytes += len(data)
        room = self._half - len(self._first)
        self._first += data[:room]
        self._last += data[room:]
        if len(self._last) > 2 * self._half:
            del self._last[: -self._half]

    def text(self) -> str:
        """What was kept, with a line where something is missing."""
        last = self._last[-self._half :]
        missing = self.total_bytes - len(self._first) - len(last)
        if missing <= 0:
            return (self._first + last).decode(errors="replace")
        gap = f"\n[... {missing:,} bytes left out ...]\n"
        return self._first.decode(errors="replace") + gap + last.decode(errors="replace")
