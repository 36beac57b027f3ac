"""A pipeline's profile for a terminal: where the time goes, and the change that helps most."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

from etude.domain.listing import Listing
from etude.domain.profile import Bottleneck, Change, PipelineProfile, StageCost, TriedChange
from etude.render.harmless import harmless
from etude.render.labelled import indented, labelled
from etude.render.quotes import Quotes

_BAR = 20
_NOTHING = 5e-8
_UNITS = ((1.0, "s"), (1e-3, "ms"), (1e-6, "µs"))
_SIZES = ((1e9, "GB"), (1e6, "MB"), (1e3, "kB"))
_LATER = "it helps from the second epoch on"
_WHAT_TO_DO = {
    Change.PARALLEL_MAP: "give map(...) num_parallel_calls=tf.data.AUTOTUNE",
    Change.CACHE: f"call .cache() right after it; {_LATER}",
    Change.CACHE_BYTES: f"cast pictures to tf.uint8, call .cache(), and cast them back; {_LATER}",
    Change.PREFETCH: "end the pipeline with .prefetch(tf.data.AUTOTUNE)",
    Change.BATCH_FIRST: "call batch(...) before map(...), so that one call works on a whole batch",
    Change.RESIZE_ONCE: "resize once, straight to the last size",
    Change.DECODE_SMALLER: "let decode_jpeg give a smaller picture, and resize that one once",
}


@dataclass(frozen=True, kw_only=True)
class PipelineProfileView:
    """Draws itself on a rich console.

    Attributes:
      listing: the files that its lines are numbers in; quotes: shows some of them.
    """

    profile: PipelineProfile
    listing: Listing = field(default_factory=Listing)
    quotes: Quotes = field(default_factory=Quotes)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for number, part in enumerate(self._parts()):
            if number:
                yield Text()
            yield part

    def _parts(self) -> Iterator[RenderableType]:
        profile = self.profile
        if profile.unmeasured:
            reason = indented(Text(harmless(profile.unmeasured)))
            yield Group(_heading("The input pipeline was not measured"), reason)
            return
        yield Group(_heading(_speed(profile)), *[indented(Text(t)) for t in verdict(profile)])
        yield _stages(profile.stages, self.listing)
        if profile.best is not None:
            yield self._best(profile.best)
        elif profile.changes:
            yield Text("No change that was tried makes it faster.")
        others = [tried for tried in profile.changes if tried is not profile.best]
        if others:
            yield Group(
                Text("Also tried, one at a time", style="dim"), _others(others, self.listing)
            )

    def _best(self, tried: TriedChange) -> RenderableType:
        title = Text("What helps most: ", style="bold yellow").append(str(tried.change))
        parts: list[RenderableType] = [title]
        for line in tried.lines[-1:]:
            parts.append(self.quotes.at(*self.listing.place(line)))
        parts.append(labelled(_told_of(tried, self.listing)))
        return Group(*parts)


def verdict(profile: PipelineProfile) -> list[str]:
    """What a training step waits for, in words."""
    if profile.input_seconds is None or not profile.step_seconds:
        return []
    times = f"a batch takes {duration(profile.input_seconds)} to prepare, a training step "
    times += duration(profile.step_seconds)
    if profile.bottleneck is Bottleneck.INPUT:
        return [f"Input is the bottleneck: {times}."]
    told = [f"Computing is the bottleneck: {times}."]
    return [*told, "A faster pipeline would hardly shorten the training."]


def duration(seconds: float) -> str:
    """A few figures: 1.25 s, 22.4 ms, 3.10 µs; 0 µs is less than can be measured."""
    if seconds < _NOTHING:
        return "0 µs"
    factor, unit = next((one for one in _UNITS if seconds >= one[0]), _UNITS[-1])
    return f"{_figures(seconds / factor)} {unit}"


def per_second(rate: float) -> str:
    """1,430 or 12.3."""
    return f"{rate:,.0f}" if rate >= 100 else f"{rate:.1f}"


def size(count: int) -> str:
    """Bytes as people say them: 78.6 MB."""
    factor, unit = next((one for one in _SIZES if count >= one[0]), (1.0, "bytes"))
    return f"{_figures(count / factor)} {unit}"


def bar(share: float) -> str:
    """A share between 0 and 1 as a bar; what there is at all is seen."""
    filled = round(share * _BAR)
    return "█" * max(filled, 1) if share > 0 else ""


def _figures(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def _heading(text: str) -> Text:
    return Text(text, style="bold")


def _speed(profile: PipelineProfile) -> str:
    if profile.examples_per_second is None:
        return "Input pipeline"
    told = f"Input pipeline: {per_second(profile.examples_per_second)} examples/s"
    if profile.first_epoch is not None:
        told += f", {per_second(profile.first_epoch)} in the first epoch"
    return told


def _stages(stages: Sequence[StageCost], listing: Listing) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    for justify in ("left", "right", "right", "right"):
        table.add_column(justify=justify, no_wrap=True)
    table.add_column(width=_BAR, no_wrap=True)
    table.add_column(style="dim", overflow="fold")
    table.add_row(*[Text(head, style="dim") for head in ("stage", "line", "per example", "share")])
    for stage in stages:
        table.add_row(*_stage(stage, listing))
    return indented(table)


def _stage(stage: StageCost, listing: Listing) -> Sequence[Text]:
    timed = stage.seconds is not None
    return (
        Text(harmless(stage.op)),
        Text(harmless(listing.short(stage.line))),
        Text(duration(stage.seconds) if stage.seconds is not None else "-"),
        Text(f"{stage.share:.0%}" if timed else ""),
        Text(bar(stage.share), style="cyan"),
        Text(harmless(stage.note)),
    )


def _told_of(tried: TriedChange, listing: Listing) -> list[tuple[str, str]]:
    return [
        ("lines", _lines(tried, listing) if len(tried.lines) > 1 else ""),
        ("change", _to_do(tried)),
        ("measured", f"{_rates(tried)}, {tried.gain:.1f} times as fast"),
        ("data", _data(tried)),
        ("memory", f"{size(tried.bytes_needed)} for all data" if tried.bytes_needed else ""),
    ]


def _to_do(tried: TriedChange) -> str:
    told = _WHAT_TO_DO[tried.change]
    return f"{told}; {tried.detail}" if tried.detail else told


def _rates(tried: TriedChange) -> str:
    if tried.before is None or tried.after is None:
        return ""
    return f"{per_second(tried.before)} → {per_second(tried.after)} examples/s"


def _data(tried: TriedChange) -> str:
    """How much the change alters what the model sees; nothing is said where it alters nothing."""
    if not tried.difference or not tried.span:
        return ""
    part = tried.difference / tried.span
    return f"values differ by {tried.difference:.3g} on average, {part:.1%} of their range"


def _others(changes: Sequence[TriedChange], listing: Listing) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for tried in changes:
        table.add_row(str(tried.change), _lines(tried, listing), Text(_outcome(tried)))
    return indented(table)


def _lines(tried: TriedChange, listing: Listing) -> str:
    return harmless(", ".join(listing.short(line) for line in tried.lines))


def _outcome(tried: TriedChange) -> str:
    told = harmless(tried.refused) or f"{_rates(tried)} ({tried.gain:.1f} ×)"
    return "; ".join(part for part in (told, _data(tried)) if part)
