"""Which line of the learner's program is running right now."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache

_WRITTEN_BY_AUTOGRAPH = "__autograph_generated_file"
_unwatched: ContextVar[bool] = ContextVar("unwatched", default=False)


@contextmanager
def unwatched() -> Iterator[None]:
    """Meanwhile no line counts as the learner's: it is étude that runs their code for itself."""
    token = _unwatched.set(True)
    try:
        yield
    finally:
        _unwatched.reset(token)


@dataclass(slots=True)
class LearnerFiles:
    """The learner's files as they lie in the scratch folder.

    TensorFlow's own stack extraction is used because it maps the code that AutoGraph generates back
    to the lines it came from; plain frames would end in a generated file.
    """

    root: str
    paths: dict[str, str] = field(default_factory=dict)

    @classmethod
    def at(cls, root: str, names: list[str]) -> "LearnerFiles":
        return cls(root, {os.path.join(root, name): name for name in names})

    def name_of(self, path: str) -> str | None:
        """Path relative to the workspace when the file is the learner's."""
        return self.paths.get(path)

    def is_rewritten(self, path: str) -> bool:
        """Whether AutoGraph has written this code, the learner's or Keras's."""
        return _WRITTEN_BY_AUTOGRAPH in path

    def number(self, path: str, line: int) -> int:
        """The line of one of the learner's files, as facts hold it."""
        return line

    def line(self) -> int:
        """The innermost line of the learner's code on the stack, 0 when there is none."""
        if _unwatched.get():
            return 0
        from tensorflow.python.util import tf_stack

        for frame in reversed(tf_stack.extract_stack()):
            if self.name_of(frame.filename) is not None:
                return self.number(frame.filename, int(frame.lineno))
        return self._plain_line()

    def called_by_learner(self) -> bool:
        """Whether the function that asks was called by the learner's code, not by Keras for it.

        TensorFlow's own frames in between are AutoGraph's, or those of ``map`` and the like, which
        a recorder of ours surrounds.
        """
        if _unwatched.get():
            return False
        frame = sys._getframe(2)
        while frame is not None and frame.f_code.co_filename.startswith(_go_betweens()):
            frame = frame.f_back  # type: ignore[assignment]
        if frame is None:
            return False
        name = frame.f_code.co_filename
        own = self.name_of(name) is not None
        return own or (self.is_rewritten(name) and self._is_converted())

    def _is_converted(self) -> bool:
        """Whether the code that AutoGraph runs is the learner's; it converts Keras's as well."""
        from tensorflow.python.util import tf_stack

        for frame in reversed(tf_stack.extract_stack()):
            if not frame.filename.startswith(_go_betweens()):
                return self.name_of(frame.filename) is not None
        return False

    def _plain_line(self) -> int:
        frame = sys._getframe(1)
        while frame is not None:
            path = frame.f_code.co_filename
            if self.name_of(path) is not None:
                return self.number(path, frame.f_lineno)
            frame = frame.f_back  # type: ignore[assignment]
        return 0


@cache
def _go_betweens() -> tuple[str, ...]:
    import tensorflow as tf

    return (os.path.dirname(tf.__file__) + os.sep, os.path.dirname(__file__) + os.sep)
