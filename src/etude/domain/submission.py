"""A learner's files for one exercise at one moment."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """Attributes:
    file: path of the program, relative to the workspace; files: contents by such paths.
    """

    exercise: str
    file: str
    files: Mapping[str, bytes]

    @property
    def program(self) -> bytes:
        return self.files[self.file]
