"""Everything that comes out of one run, and the outcome that it makes."""

from collections.abc import Callable, Mapping

from etude.domain.frames import ForeignFrame, TooManyFacts
from etude.domain.job import Limits
from etude.domain.outcome import Artifact, Isolation, Outcome
from etude.domain.worker_protocol import Ended
from etude.sandbox.classify import Stop, classify
from etude.sandbox.facts import FactsCollector
from etude.sandbox.output import BoundedText
from etude.sandbox.port import OnFrame


class Collected:
    """Takes output and facts as they arrive, and says when a run has to be stopped for them.

    Args:
      stop: called once, when the run has printed or recorded what it must not.
    """

    def __init__(
        self,
        token: bytes,
        *,
        limits: Limits,
        on_frame: OnFrame | None,
        stop: Callable[[], None],
    ) -> None:
        self._limits = limits
        self._stop = stop
        self._stdout = BoundedText(limits.kept_output_bytes)
        self._stderr = BoundedText(limits.kept_output_bytes)
        self._facts = FactsCollector(token, limit=limits.facts_bytes, on_frame=on_frame)
        self._stopped: Stop | None = None
        self._stop_detail = ""

    @property
    def stderr(self) -> str:
        return self._stderr.text()

    def take_stdout(self, data: bytes) -> None:
        self._take_printed(self._stdout, data)

    def take_stderr(self, data: bytes) -> None:
        self._take_printed(self._stderr, data)

    def take_facts(self, data: bytes) -> None:
        if self._stopped in (Stop.FACTS_TOO_MANY, Stop.FACTS_FOREIGN):
            return
        try:
            self._facts.feed(data)
        except TooManyFacts as error:
            self._halt(Stop.FACTS_TOO_MANY, str(error))
        except ForeignFrame as error:
            self._halt(Stop.FACTS_FOREIGN, str(error))

    def _take_printed(self, text: BoundedText, data: bytes) -> None:
        if self._stopped is not None:
            return
        text.feed(data)
        if self._printed_bytes() > self._limits.output_bytes:
            self._halt(Stop.OUTPUT, "")

    def _printed_bytes(self) -> int:
        return self._stdout.total_bytes + self._stderr.total_bytes

    def _halt(self, why: Stop, detail: str) -> None:
        if self._stopped is None:
            self._stopped, self._stop_detail = why, detail
            self._stop()

    def outcome(
        self,
        ended: Ended,
        *,
        artifacts: Mapping[str, Artifact],
        phases: Mapping[str, float],
        isolation: Isolation,
    ) -> Outcome:
        """What the run comes to; ``phases`` are joined by those that ``perform`` emitted."""
        failure = classify(
            self._facts.frames,
            ended=ended,
            stop=self._stopped,
            stop_detail=self._stop_detail,
            stderr=self.stderr,
            limits=self._limits,
        )
        return Outcome(
            fault=failure.fault if failure else None,
            reason=failure.reason if failure else None,
            detail=failure.detail if failure else "",
            frames=tuple(self._facts.frames),
            artifacts=artifacts,
            stdout=self._stdout.text(),
            stderr=self.stderr,
            output_bytes=self._printed_bytes(),
            exit_code=ended.exit_code,
            phases={**phases, **self._emitted_phases()},
            peak_memory_bytes=ended.peak_memory_bytes,
            cpu_seconds=ended.cpu_seconds,
            isolation=isolation,
        )

    def _emitted_phases(self) -> dict[str, float]:
        told = (frame for frame in self._facts.frames if frame["kind"] == "phase")
        timed = (frame for frame in told if isinstance(frame.get("milliseconds"), int | float))
        return {str(frame.get("name")): float(frame["milliseconds"]) for frame in timed}
