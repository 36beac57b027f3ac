"""A learner's files for one exercise at one moment."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """Attributes:
    file: path of the program, relative to the workspace; files: contents by such paths.
    seed: of the variant that it answers; 0 for the exercise as it stands.
    """

    exercise: str
    file: str
    files: Mapping[str, bytes]
    seed: int = 0

    @property
    def program(self) -> bytes:
        return self.files[self.file]
