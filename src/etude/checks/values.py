"""Expressions that say which value a check looks at; evaluated inside the sandbox."""

from __future__ import annotations

from typing import Any, Literal

import msgspec


class Expression(msgspec.Struct, frozen=True, kw_only=True, tag=True, omit_defaults=True):
    """Anything that a probe can ask the sandbox to evaluate."""


class Name(Expression, frozen=True, kw_only=True):
    """A global name of the learner's program."""

    name: str

    def __str__(self) -> str:
        return self.name


class Call(Expression, frozen=True, kw_only=True):
    """The result of calling the learner's function.

    Equal calls are made once per run and shared by all checks. ``item`` picks from a tuple or list;
    ``label`` is what messages call the value. ``once`` distinguishes calls that must not be shared.
    """

    function: str
    args: tuple[Value, ...] = ()
    kwargs: dict[str, Value] = {}
    item: int | None = None
    label: str = ""
    once: int = 0

    def __str__(self) -> str:
        return self.label or f"{self.function}(...)" + (
            "" if self.item is None else f"[{self.item}]"
        )

    def pick(self, item: int, label: str = "") -> Call:
        """One item of what the call returns."""
        return msgspec.structs.replace(self, item=item, label=label)


class Attribute(Expression, frozen=True, kw_only=True):
    """An attribute of another value, such as ``history.history``."""

    of: Value
    name: str

    def __str__(self) -> str:
        return f"{self.of}.{self.name}"


class Answers(Expression, frozen=True, kw_only=True):
    """What a model, or a function of the program, gives for an array or a dict of columns.

    ``flat`` takes the only column out of outputs of shape (N, 1); ``names`` gives the name of the
    largest output instead of the outputs.
    """

    by: Value
    inputs: Value
    flat: bool = False
    names: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.by} on {self.inputs}"


class Folder(Expression, frozen=True, kw_only=True):
    """Path of a public data set, "data/<name>", or of one that holds only some of its classes."""

    name: str
    classes: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"data/{self.name}"


class Path(Expression, frozen=True, kw_only=True):
    """Path of a file in the scratch folder, where the program writes its artifacts."""

    name: str

    def __str__(self) -> str:
        return self.name


class Moved(Expression, frozen=True, kw_only=True):
    """Path of a folder that the program has filled, under another name from now on.

    What a program remembers beside the folder it does not find again there.
    """

    path: str
    to: str

    def __str__(self) -> str:
        return self.to


class Saved(Expression, frozen=True, kw_only=True):
    """A Keras model that the program has saved, loaded again; None when there is no such file."""

    path: str

    def __str__(self) -> str:
        return self.path


class TextFile(Expression, frozen=True, kw_only=True):
    """Path of a text file that étude writes for the program to read, made of these lines."""

    name: str
    lines: tuple[str, ...]

    def __str__(self) -> str:
        return self.name


class SqliteFile(Expression, frozen=True, kw_only=True):
    """Path of a SQLite data base that étude writes, with one table of these columns."""

    name: str
    table: str
    columns: dict[str, list[float | int | str | None]]

    def __str__(self) -> str:
        return self.name


class Arrays(Expression, frozen=True, kw_only=True):
    """A seeded random array.

    Attributes:
      shape: batch axis included; fill: "uniform" in [low, high), "normal" with mean ``low`` and
        standard deviation ``high``, "integers" in [low, high), or "ramp" (0, 1, 2, ...).
    """

    shape: tuple[int, ...]
    fill: Literal["uniform", "normal", "integers", "ramp"] = "uniform"
    low: float = 0.0
    high: float = 1.0
    dtype: str = "float32"
    seed: int = 0

    def __str__(self) -> str:
        return f"{self.dtype} array of shape {self.shape}"


class Npz(Expression, frozen=True, kw_only=True):
    """Rows ``start:stop`` of one array in a public ``.npz`` file, divided by ``divide``.

    ``channel`` adds a last axis of size one.
    """

    file: str
    array: str
    start: int = 0
    stop: int | None = None
    divide: float = 1.0
    channel: bool = False
    dtype: str = ""


class Csv(Expression, frozen=True, kw_only=True):
    """Rows of a public CSV file as a dict of column name -> array; text columns stay text.

    Numeric gaps are NaN, text gaps "". ``columns`` empty means all but those in ``drop``;
    ``column`` gives one array instead of a dict.
    """

    file: str
    columns: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    column: str = ""
    start: int = 0
    stop: int | None = None


class Table(Expression, frozen=True, kw_only=True):
    """Given rows as a dict of column name -> array.

    A column of nothing but numbers is float32, unless ``text`` leaves it as it is written.
    ``lists`` gives lists of numbers instead, NaN for None, as ``fit`` leaves them in its history.
    """

    columns: dict[str, list[float | str | None]]
    text: bool = False
    lists: bool = False

    def __str__(self) -> str:
        return f"{len(next(iter(self.columns.values()), []))} rows"


class Texts(Expression, frozen=True, kw_only=True):
    """A tensor of texts (n,), as models that begin with words take them."""

    texts: tuple[str, ...]

    def __str__(self) -> str:
        return "one text" if len(self.texts) == 1 else f"{len(self.texts)} texts"


class Numbers(Expression, frozen=True, kw_only=True):
    """An array of the numbers that are written down."""

    values: list[Any]
    dtype: str = "float32"

    def __str__(self) -> str:
        return f"an array of {len(self.values)}"


class TextColumn(Expression, frozen=True, kw_only=True):
    """A column of texts as an array of shape (n, 1)."""

    texts: tuple[str, ...]

    def __str__(self) -> str:
        return f"{len(self.texts)} texts"


class Tuple(Expression, frozen=True, kw_only=True):
    """A tuple, such as an input shape. A plain list stays a list, and holds no expressions."""

    items: tuple[Value, ...]

    def __str__(self) -> str:
        inside = ", ".join(str(item) for item in self.items)
        return f"({inside},)" if len(self.items) == 1 else f"({inside})"


class ByName(Expression, frozen=True, kw_only=True):
    """A dict of name -> value."""

    items: dict[str, Value]

    def __str__(self) -> str:
        inside = ", ".join(f"{name!r}: {item}" for name, item in self.items.items())
        return f"{{{inside}}}"


class Mislabelled(Expression, frozen=True, kw_only=True):
    """Integer labels, a seeded share of which is replaced by random ones."""

    labels: Value
    share: float
    classes: int
    seed: int = 0


class Dataset(Expression, frozen=True, kw_only=True):
    """A batched tf.data.Dataset of (x, y) made from two other values."""

    x: Value
    y: Value
    batch: int = 32


class SmallModel(Expression, frozen=True, kw_only=True):
    """A small compiled classifier that étude gives: logits for integer labels.

    Each fresh evaluation gives a new model with the same first weights.

    Attributes:
      shape: of one input, batch axis left out; it is flattened.
      hidden: units of the ReLU layers before the last one; normalised: with a batch normalisation
        after each of them.
      optimizer: "sgd" or "adam"; momentum is for "sgd".
      learns_from: a dataset on which étude trains it first, for ``epochs``; None leaves it new.
    """

    shape: tuple[int, ...]
    classes: int
    hidden: tuple[int, ...] = ()
    normalised: bool = False
    optimizer: str = "sgd"
    learning_rate: float = 0.01
    momentum: float = 0.0
    seed: int = 0
    learns_from: Value = None
    epochs: int = 1

    def __str__(self) -> str:
        return "the given model"


Value = (
    Name | Call | Attribute | Answers | Folder | Path | Moved | Saved | TextFile | SqliteFile
    | Arrays | Npz | Csv | Table | Numbers | Tuple | ByName | Dataset | Mislabelled | SmallModel
    | Texts | TextColumn | int | float | str | bool | None | list[Any]
)  # fmt: skip
