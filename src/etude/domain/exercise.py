"""An exercise as the engine sees it: metadata and the whereabouts of its files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from etude.domain.job import Limits


class Kind(StrEnum):
    BUILD = "build"  # write the function or program
    FIX = "fix"  # a complete program that is wrong
    EXTEND = "extend"  # a working program gets a new requirement
    QUESTION = "question"  # of an exam: marked by the file that is handed in


class RunAs(StrEnum):
    MODULE = "module"  # imported: `if __name__ == "__main__"` does not run
    SCRIPT = "script"  # run as a program


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One exercise folder.

    Attributes:
      id: folder path below the exercises folder, "images/pipeline_from_folder".
      level: 1 (first steps) to 5 (hard).
      minutes: what a prepared learner needs.
      data: names of the public data sets that appear as ``data/<name>`` beside the program.
      gives: what étude passes in; wants: names it reads back.
      key: the piece of the solution without which an answer must fail, as it stands there.
      fresh_runtime: the program must find TensorFlow's runtime not yet started.
      folder: where its files are.
      seed: of the variant that this is; replacements: what that has instead of what in the files.
    """

    id: str
    title: str
    summary: str
    skills: Sequence[str]
    kind: Kind
    level: int
    minutes: int
    folder: Path
    prerequisites: Sequence[str] = ()
    data: Sequence[str] = ()
    gives: Sequence[str] = ()
    wants: Sequence[str] = ()
    key: str = ""
    run_as: RunAs = RunAs.MODULE
    fresh_runtime: bool = False
    status: str = "ready"
    limits: Limits = field(default_factory=Limits)
    seed: int = 0
    replacements: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return self.id.rpartition("/")[2]

    @property
    def topic(self) -> str:
        return self.id.partition("/")[0]

    @property
    def file_name(self) -> str:
        """The learner's file, relative to the workspace."""
        return f"{self.id}/{self.name}.py"
