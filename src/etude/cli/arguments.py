"""Arguments and options that several commands have."""

from collections.abc import Callable
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

Decorated = TypeVar("Decorated", bound=Callable[..., Any])
Decorator = Callable[[Decorated], Decorated]


def exercise_argument(*, required: bool = False) -> Decorator[Any]:
    """EXERCISE: an id, the last part of one, or a file of a workspace."""
    return click.argument("exercise", required=required, shell_complete=_exercise_names)


def explained_argument() -> Decorator[Any]:
    """NAME: of a diagnosis, or the id of a skill."""
    return click.argument("name", required=False, shell_complete=_explained_names)


def json_option() -> Decorator[Any]:
    """--json."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON for a program.")


def _exercise_names(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    from etude.catalog.exercises import exercises

    found = exercises().items()
    return [CompletionItem(name, help=e.title) for name, e in found if incomplete in name]


def _explained_names(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    from etude.diagnoses.diagnose import catalogue
    from etude.domain.skills import SKILLS

    known = [*catalogue(), *SKILLS]
    return [CompletionItem(name) for name in known if name.startswith(incomplete)]
