"""What an exception says is not there, and what is there under nearly that name."""

import builtins
import pkgutil
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path
from traceback import walk_tb
from types import FrameType, ModuleType

from etude.domain.error import Missing
from etude.worker.homes import home_anywhere, home_in_library

# As difflib counts: a letter or two wrong, missing or too many. Of shorter names too many are near.
_NEAR, _SHORTEST = 0.75, 4
_MOST_KNOWN = 12
_NO_NAME = re.compile(r"cannot import name '(?P<name>\w+)' from (?:partially .* )?'(?P<of>[\w.]+)'")
_NO_COLUMNS = re.compile(r"\[(?:Index\(\[)?'(?P<name>[^']+)'.*\] (?:not|are) ")
_NO_FILE = (
    re.compile(r"Create/Open: (?P<path>.+?) : No such file"),
    re.compile(r"SavedModel file does not exist at: (?P<path>.+?)/\{"),
    re.compile(r"Could not find directory (?P<path>\S.*)"),
    re.compile(r"^(?:\{\{.*?\}\} )?(?P<path>\S.*?); No such file or directory"),
    re.compile(r"File not found: filepath=(?P<path>\S.*?)\. Please"),
    re.compile(r"No files matched pattern: (?P<path>\S+?)'?$"),
    re.compile(r"No files match `file_pattern` (?P<path>\S+)\.$"),
    re.compile(r"name = '(?P<path>[^']+)', errno = 2,"),  # h5py
    re.compile(r"^Could not open '(?P<path>[^'\n]+)'"),  # the interpreter of TFLite
)


def missing_of(exception: BaseException) -> Missing | None:
    """The name, attribute, module, file or column that is not there; None for any other exception.

    Whatever the learner's objects do while they are asked, this raises nothing.
    """
    with suppress(Exception):
        for kind, finds in _FINDS:
            if isinstance(exception, kind) and (found := finds(exception)) is not None:
                return found
    return None


def _name(error: NameError) -> Missing | None:
    frame = _innermost(error)
    if frame is None or not error.name:
        return None
    known = [*frame.f_locals, *frame.f_globals, *dir(builtins)]
    elsewhere = home_anywhere(error.name)
    nearest = "" if elsewhere else _nearest(error.name, known)
    return Missing(kind="name", name=error.name, nearest=nearest, elsewhere=elsewhere)


def _attribute(error: AttributeError) -> Missing | None:
    # Whoever raises it by hand seldom says of what.
    if not error.name or error.obj is None:
        return None
    of = (
        error.obj.__name__
        if isinstance(error.obj, (ModuleType, type))
        else type(error.obj).__name__
    )
    elsewhere = home_in_library(error.name, of) if isinstance(error.obj, ModuleType) else ""
    return Missing(
        kind="attribute",
        name=error.name,
        of=of,
        nearest="" if elsewhere else _nearest(error.name, dir(error.obj)),
        elsewhere=elsewhere,
    )


def _module(error: ModuleNotFoundError) -> Missing | None:
    if not error.name:
        return None
    of, _, name = error.name.rpartition(".")
    return Missing(kind="module", name=name, of=of, nearest=_nearest(name, _modules_in(of)))


def _imported(error: ImportError) -> Missing | None:
    found = _NO_NAME.search(str(error))
    if found is None:
        return None
    known = dir(sys.modules[found["of"]]) if found["of"] in sys.modules else []
    name, of = found["name"], found["of"]
    elsewhere = home_in_library(name, of)
    nearest = "" if elsewhere else _nearest(name, known)
    return Missing(kind="attribute", name=name, of=of, nearest=nearest, elsewhere=elsewhere)


def _file(error: BaseException) -> Missing | None:
    path = getattr(error, "filename", None) or _path_in(str(error))
    if not isinstance(path, str) or not path or Path(path).exists():
        return None
    folder = _folder_of(Path(path))
    return Missing(
        kind="file",
        name=path,
        of="" if folder == Path() else str(folder),
        nearest=_nearest_file(Path(path)),
        known=_some(entry.name for entry in folder.iterdir()),
    )


def _column(error: KeyError) -> Missing | None:
    """Of a table of pandas, whose methods are still on the stack."""
    frames = [frame for frame, _ in walk_tb(error.__traceback__)]
    tables = (frame.f_locals["self"] for frame in frames if "self" in frame.f_locals)
    columns = next(([*map(str, of.columns)] for of in tables if hasattr(of, "columns")), [])
    name = _named_in(str(error.args[0]))
    if not columns or not name:
        return None
    return Missing(kind="column", name=name, nearest=_nearest(name, columns), known=_some(columns))


def _named_in(text: str) -> str:
    """The column of "price", or the first one of "['price'] not in index"."""
    found = _NO_COLUMNS.search(text)
    return found["name"] if found else text


def _path_in(text: str) -> str:
    found = next((match for pattern in _NO_FILE if (match := pattern.search(text))), None)
    return found["path"].strip("'\"") if found else ""


def _nearest_file(path: Path) -> str:
    """A file of nearly this path, "" without one: a part differs, or the folder it starts from."""
    beside = Path(sys.argv[0]).parent / path
    if not path.is_absolute() and beside.exists():
        return str(beside)
    there = _folder_of(path)
    first = path.relative_to(there).parts[0]
    near = _nearest(first, (entry.name for entry in there.iterdir()))
    nearest = there.joinpath(near, *path.relative_to(there).parts[1:])
    return str(nearest) if near and nearest.exists() else ""


def _folder_of(path: Path) -> Path:
    """The innermost folder on the way to this path that is there."""
    return next(folder for folder in path.parents if folder.is_dir())


def _modules_in(package: str) -> Iterator[str]:
    """The names of what can be imported, from a package or, with "", at all."""
    if not package:
        yield from sys.stdlib_module_names
        yield from (module.name for module in pkgutil.iter_modules())
        return
    module = sys.modules[package]
    yield from (name for name, part in vars(module).items() if isinstance(part, ModuleType))
    yield from (found.name for found in pkgutil.iter_modules(module.__path__))


def _nearest(name: str, known: Iterable[str]) -> str:
    """The known name that is most like this one, "" where none is; case counts least."""
    wanted = name.lower().strip()
    by_lower = {other.lower().strip(): other for other in known if not other.startswith("_")}
    swapped = [other for other in by_lower if sorted(other) == sorted(wanted)]
    near = get_close_matches(wanted, by_lower, n=1, cutoff=_NEAR) if len(name) >= _SHORTEST else []
    return next((by_lower[other] for other in (*swapped, *near) if by_lower[other] != name), "")


def _some(names: Iterable[str]) -> list[str]:
    return sorted(name for name in names if not name.startswith("."))[:_MOST_KNOWN]


def _innermost(error: BaseException) -> FrameType | None:
    frames = [frame for frame, _ in walk_tb(error.__traceback__)]
    return frames[-1] if frames else None


_FINDS: tuple[tuple[type[BaseException], Callable[..., Missing | None]], ...] = (
    (ModuleNotFoundError, _module),
    (ImportError, _imported),
    (NameError, _name),
    (AttributeError, _attribute),
    (KeyError, _column),
    (Exception, _file),
)
