"""A visit to the doctor for a terminal: how the program ended, what is wrong, what was seen."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import KW_ONLY, dataclass

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

from etude.domain.checkup import Checkup, End
from etude.domain.finding import Finding
from etude.render.endings import ending
from etude.render.exception import exception_block
from etude.render.finding import finding_block
from etude.render.harmless import harmless
from etude.render.labelled import indented, labelled
from etude.render.pipeline_profile import PipelineProfileView
from etude.render.quotes import Quotes
from etude.render.seen import seen
from etude.render.severities import MEANINGS
from etude.render.summary import summary
from etude.render.trainings import trainings_table
from etude.render.versions import versions_line

_IN_FULL = 3
_TRAININGS = 5
_ALL = "etude doctor --all"


@dataclass(frozen=True)
class CheckupView:
    """Draws itself on a rich console.

    Attributes:
      everything: every finding in full, every frame of an exception, every training.
      place: how the path of a file is shown.
    """

    checkup: Checkup
    _: KW_ONLY
    everything: bool = False
    place: Callable[[str], str] = str

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for part in self._parts():
            yield part
            yield Text()
        yield Text(harmless(versions_line(self.checkup.versions)), style="dim")

    def _parts(self) -> Iterator[RenderableType]:
        checkup = self.checkup
        yield self._heading()
        yield from self._findings()
        if checkup.fits:
            yield self._trainings()
        if checkup.profile is not None:
            yield self._profile()
        if checkup.findings and (known := seen(checkup)):
            yield Text(f"Seen: {known}.", style="dim")
        if checkup.measured:
            yield _sentences("Measured:", checkup.measured)
        if checkup.unseen:
            yield _sentences("What étude could not see:", checkup.unseen)

    def _heading(self) -> RenderableType:
        """Target and end, the exception, and what all comes to."""
        checkup, told = self.checkup, ending(self.checkup)
        ended = checkup.end is End.FINISHED
        target = Text(harmless(checkup.target), style="bold")
        parts: list[RenderableType] = [target, Text(told.headline, "" if ended else "bold red")]
        if told.detail:
            parts.append(indented(Text(told.detail)))
        if checkup.error is not None:
            parts.append(exception_block(checkup.error, self._quotes, everything=self.everything))
        if told.attempt:
            parts.append(labelled([("try", told.attempt)]))
        style = "bold yellow" if checkup.findings else "bold green" if checkup.healthy else "bold"
        return Group(*parts, Text(summary(checkup), style=style))

    def _findings(self) -> Iterator[RenderableType]:
        findings = self.checkup.findings
        shown = findings if self.everything else findings[:_IN_FULL]
        for finding in shown:
            label = MEANINGS[finding.severity].word
            yield finding_block(finding, self._quotes, label=label)
        if rest := findings[len(shown) :]:
            yield self._in_short(rest)

    def _in_short(self, findings: Sequence[Finding]) -> RenderableType:
        table = Table.grid(padding=(0, 2))
        table.add_column(style="yellow", no_wrap=True)
        table.add_column(no_wrap=True)
        table.add_column(overflow="fold", ratio=1)
        for finding in findings:
            place = self._quotes.named(finding.file, finding.line)
            word = MEANINGS[finding.severity].word
            table.add_row(word, place, Text(harmless(finding.title)))
        return Group(Text(f"Also found (in full: {_ALL}):", style="dim"), indented(table))

    def _trainings(self) -> RenderableType:
        fits = self.checkup.fits
        hidden = 0 if self.everything else max(0, len(fits) - _TRAININGS)
        title = "Trainings at their last epoch, train | validation"
        if hidden:
            title += f" (the last {_TRAININGS} of {len(fits)}; all: {_ALL})"
        return Group(
            Text(f"{title}:", style="dim"),
            indented(trainings_table(fits[hidden:], self.checkup.listing)),
        )

    def _profile(self) -> RenderableType:
        profile = self.checkup.profile
        assert profile is not None
        return PipelineProfileView(
            profile=profile, listing=self.checkup.listing, quotes=self._quotes
        )

    @property
    def _quotes(self) -> Quotes:
        return Quotes(texts=self.checkup.texts, place=self.place)


def _sentences(title: str, sentences: Sequence[str]) -> RenderableType:
    lines = [indented(Text(f"- {harmless(sentence)}", style="dim")) for sentence in sentences]
    return Group(Text(title, style="dim"), *lines)
