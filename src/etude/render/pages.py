"""What an exercise asks, a hint, a solution, a diagnosis: texts that authors wrote."""

from collections.abc import Callable

from rich.console import Group, RenderableType
from rich.markdown import Markdown
from rich.padding import Padding
from rich.text import Text

from etude.catalog.texts import read_text
from etude.domain.exercise import Exercise
from etude.render.harmless import harmless


def task_page(exercise: Exercise, place: Callable[[str], str] = str) -> RenderableType:
    """The statement of an exercise, and which file to edit."""
    facts = f"{exercise.kind} · level {exercise.level} · about {exercise.minutes} minutes"
    parts: list[RenderableType] = [
        Group(Text(exercise.id, style="bold"), Text(facts, style="dim")),
        page(_statement(exercise)),
        edit_line(exercise, place),
    ]
    return Group(*(Padding(part, (0, 0, 1, 0)) for part in parts[:-1]), parts[-1])


def edit_line(exercise: Exercise, place: Callable[[str], str] = str) -> Text:
    """Which file the learner edits."""
    line = Text("Edit ", style="bold")
    return line.append(harmless(place(exercise.file_name)), style="not bold cyan")


def page(markdown: str) -> RenderableType:
    """Markdown as it is read."""
    return Markdown(harmless(markdown), code_theme="ansi_light", inline_code_theme=None)


def hint_page(exercise: str, number: int, of: int, text: str) -> RenderableType:
    """One hint with its number."""
    title = Text(f"Hint {number} of {of} for {exercise}", style="bold yellow")
    more = "" if number < of else "That was the last one; etude solution shows an answer."
    parts: list[RenderableType] = [title, Padding(page(text), (0, 0, 0, 2))]
    return Group(*parts, *([Text(more, style="dim")] if more else []))


def code_page(code: str) -> RenderableType:
    """Source text, every line as it stands."""
    return Text(harmless(code.rstrip("\n")), no_wrap=True, overflow="ignore")


def _statement(exercise: Exercise) -> str:
    try:
        return read_text(exercise, "README.md")
    except OSError:
        return f"# {exercise.title}\n\n{exercise.summary}"
