"""Which line of the learner's program is running right now."""

import os
import sys
from dataclasses import dataclass, field

import tensorflow as tf
from tensorflow.python.util import tf_stack

_GO_BETWEENS = (
    os.path.dirname(tf.__file__) + os.sep,
    os.path.dirname(__file__) + os.sep,
)
_WRITTEN_BY_AUTOGRAPH = "__autograph_generated_file"


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

    def line(self) -> int:
        """The innermost line of the learner's code on the stack, 0 when there is none."""
        for frame in reversed(tf_stack.extract_stack()):
            if frame.filename in self.paths:
                return int(frame.lineno)
        return self._plain_line()

    def called_by_learner(self) -> bool:
        """Whether the function that asks was called by the learner's code, not by Keras for it.

        TensorFlow's own frames in between are AutoGraph's, or those of ``map`` and the like, which
        a recorder of ours surrounds.
        """
        frame = sys._getframe(2)
        while frame is not None and frame.f_code.co_filename.startswith(_GO_BETWEENS):
            frame = frame.f_back  # type: ignore[assignment]
        if frame is None:
            return False
        name = frame.f_code.co_filename
        return name in self.paths or (_WRITTEN_BY_AUTOGRAPH in name and self._is_converted())

    def _is_converted(self) -> bool:
        """Whether the code that AutoGraph runs is the learner's; it converts Keras's as well."""
        for frame in reversed(tf_stack.extract_stack()):
            if not frame.filename.startswith(_GO_BETWEENS):
                return frame.filename in self.paths
        return False

    def _plain_line(self) -> int:
        frame = sys._getframe(1)
        while frame is not None:
            if frame.f_code.co_filename in self.paths:
                return frame.f_lineno
            frame = frame.f_back  # type: ignore[assignment]
        return 0
