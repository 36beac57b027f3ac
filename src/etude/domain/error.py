"""Exceptions of a learner's program, as every layer reads them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorFrame:
    """One frame of the learner's own code in a traceback."""

    file: str
    line: int
    function: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Something that a program asked for and that is not there.

    Attributes:
      kind: "name", "attribute", "module", "file" or "column".
      of: where it was looked for: the class or module of an attribute, the package of a module, the
        innermost folder of a file's path that is there; "" where that says nothing.
      nearest: what is there under nearly that name, "" without such.
      known: some of what is there, of the folder or the table.
      elsewhere: the full name under which a library has it in another place, "" where none does.
    """

    kind: str
    name: str
    of: str = ""
    nearest: str = ""
    known: Sequence[str] = ()
    elsewhere: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Operand:
    """What one name held in the expression that stopped.

    Attributes:
      name: as the learner wrote it, with the object before the dot.
      shape: of an array or tensor; None when it has none, or an unknown one.
      value: of a number, a short text or what else fits; "" for anything longer.
      texts: of a table, or of rows of objects, a text from each column that holds any, by its name,
        or by its place where it has none.
    """

    name: str
    type: str
    dtype: str = ""
    shape: Sequence[int | None] | None = None
    value: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One argument that a function takes.

    Attributes:
      by_place: whether it may be given without its name.
      needed: whether the function has nothing to take in its place.
      default: what it takes otherwise, as Python writes it; "" where that is long.
    """

    name: str
    by_place: bool = True
    needed: bool = False
    default: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """A function, class or method that an expression calls.

    Attributes:
      name: as the learner wrote it.
      parameters: in their order, without the object of a method, ``*args`` and ``**kwargs``.
    """

    name: str
    parameters: Sequence[Parameter]


@dataclass(frozen=True, slots=True, kw_only=True)
class Error:
    """An exception of the learner's program without the framework's frames, innermost last.

    Attributes:
      operands: what went into the expression of the innermost frame, as far as that is known.
      called: what that expression calls; None where that is not known.
    """

    type: str
    message: str
    frames: Sequence[ErrorFrame] = ()
    raised_by: str = ""
    missing: Missing | None = None
    operands: Sequence[Operand] = ()
    called: Called | None = None

    @property
    def line(self) -> int:
        """The learner's line nearest to the fault, 0 without one."""
        return self.frames[-1].line if self.frames else 0
