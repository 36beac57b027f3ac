"""What the stage recorder leaves on a dataset: the stage that made it, and what lies below."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from etude.domain.observations import Stage

_ATTRIBUTE = "_etude_link"


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    """A stage, the datasets it was applied to, and how to apply it to another one."""

    stage: Stage
    parents: tuple[Any, ...] = ()
    again: Callable[[Any], Any] | None = None

    @property
    def parent(self) -> Any:
        """The one dataset below, None for a source and where branches meet."""
        return self.parents[0] if len(self.parents) == 1 else None


def attach(dataset: Any, link: Link) -> None:
    """Leaves a link on the dataset."""
    object.__setattr__(dataset, _ATTRIBUTE, link)


def is_recorded(dataset: Any) -> bool:
    """Whether a recorded method made this dataset."""
    return hasattr(dataset, _ATTRIBUTE)


def link_of(dataset: Any) -> Link:
    """The stage that made this dataset."""
    return getattr(dataset, _ATTRIBUTE, None) or unrecorded(dataset)


def chain_of(dataset: Any) -> list[Link]:
    """Links from the source, or from where branches meet, to the last stage."""
    links: list[Link] = []
    while dataset is not None:
        links.append(link_of(dataset))
        dataset = links[-1].parent
    return links[::-1]


def stages_of(dataset: Any) -> list[Stage]:
    """Stages from the sources to the last one, branches one after the other.

    What two branches share comes once.
    """
    found: list[Stage] = []
    _walk(dataset, found, {})
    return found


def shared_by(datasets: Sequence[Any]) -> list[Stage]:
    """The stages of which more than one of these datasets is made."""
    made_of: list[dict[int, Any]] = []
    for dataset in datasets:
        seen: dict[int, Any] = {}
        _walk(dataset, [], seen)
        made_of.append(seen)
    return [
        link_of(one).stage
        for place, seen in enumerate(made_of)
        for key, one in seen.items()
        if any(key in other for other in made_of[:place])
    ]


def _walk(dataset: Any, found: list[Stage], seen: dict[int, Any]) -> None:
    if id(dataset) in seen:
        return
    seen[id(dataset)] = dataset  # held, so that no other object takes its id meanwhile
    link = link_of(dataset)
    for parent in link.parents:
        _walk(parent, found, seen)
    found.append(link.stage)


def unrecorded(dataset: Any, line: int = 0) -> Link:
    """A dataset made without a public method, such as TFRecordDataset."""
    inputs = dataset._inputs() if hasattr(dataset, "_inputs") else []
    name = type(dataset).__name__.strip("_").removesuffix("V2").removesuffix("V1")
    return Link(Stage(op=name, line=line), tuple(inputs))
