"""What an exception says is not there is told with what is there under nearly that name."""

import sys
from pathlib import Path
from types import ModuleType

import pytest

from etude.domain.error import Missing
from etude.worker.missing import missing_of


class Table:
    """Refuses a column as pandas does: with its name alone."""

    columns = ("Price", "area ", 3)

    def __getitem__(self, name: str) -> object:
        raise KeyError(name)

    def drop(self, names: list[str]) -> object:
        raise KeyError(f"{names} not found in axis")


def missing_in(program: str, **names: object) -> Missing:
    with pytest.raises(Exception) as raised:
        exec(program, dict(names))
    found = missing_of(raised.value)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("program", "nearest"),
    [
        ("X_train = 1; x_train", "X_train"),
        ("pritn(1)", "print"),
        ("images = 1; imgaes", "images"),
        ("quite_another_name", ""),
        ("ab = 1; ac", ""),  # of two letters everything is near
    ],
)
def test_a_name_is_told_with_the_one_nearly_like_it(program: str, nearest: str) -> None:
    assert missing_in(program) == Missing(
        kind="name", name=program.split("; ")[-1].removesuffix("(1)"), nearest=nearest
    )


@pytest.fixture
def keras(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A library with one layer and one callback, in the place of Keras."""
    keras, layers, callbacks = (
        ModuleType(name) for name in ("keras", "keras.layers", "keras.callbacks")
    )
    layers.Dense = callbacks.EarlyStopping = type  # type: ignore[attr-defined]
    keras.layers, keras.callbacks = layers, callbacks  # type: ignore[attr-defined]
    for module in (keras, layers, callbacks):
        monkeypatch.setitem(sys.modules, module.__name__, module)
    return keras


def test_what_was_not_imported_is_told_with_its_home(keras: ModuleType) -> None:
    missing = missing_in("Dense(3)")

    assert (missing.elsewhere, missing.nearest) == ("keras.layers.Dense", "")


def test_what_is_looked_for_in_another_module_is_told_with_its_home(keras: ModuleType) -> None:
    home = "keras.callbacks.EarlyStopping"

    assert missing_in("keras.EarlyStopping()", keras=keras).elsewhere == home
    assert missing_in("from keras.layers import EarlyStopping").elsewhere == home
    assert missing_in("from keras.layers import NoSuchThing").elsewhere == ""


def test_a_name_in_small_letters_is_not_looked_for_in_libraries(keras: ModuleType) -> None:
    keras.layers.model = type

    assert missing_in("model").elsewhere == ""


def test_an_attribute_is_told_with_the_class_or_module_that_lacks_it() -> None:
    assert missing_in("[].apend(1)") == Missing(
        kind="attribute", name="apend", of="list", nearest="append"
    )
    assert missing_in("import json; json.laod").of == "json"
    assert missing_in("from json import load_s").nearest == "loads"


def test_a_module_is_told_with_its_package() -> None:
    assert missing_in("import colections") == Missing(
        kind="module", name="colections", nearest="collections"
    )
    assert missing_in("import json.decodr") == Missing(
        kind="module", name="decodr", of="json", nearest="decoder"
    )
    assert missing_in("import no_such_library_at_all").nearest == ""


def test_a_file_is_told_with_what_lies_in_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "rows").mkdir()
    (tmp_path / "rows/Train.csv").touch()
    monkeypatch.chdir(tmp_path)

    assert missing_in("open('rows/train.csv')").nearest == "rows/Train.csv"
    assert missing_in("open('rowes/Train.csv')").nearest == "rows/Train.csv"
    other = missing_in("open('rows/rows.csv')")
    assert (other.nearest, other.of, list(other.known)) == ("", "rows", ["Train.csv"])


def test_a_file_beside_the_program_is_found_from_another_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "rows.csv").touch()
    monkeypatch.setattr(sys, "argv", [str(tmp_path / "program.py")])

    assert missing_in("open('rows.csv')").nearest == str(tmp_path / "rows.csv")


@pytest.mark.parametrize(
    "message",
    [
        "NewRandomAccessFile failed to Create/Open: rows.csv : No such file or directory",
        "{{function_node __wrapped__ReadFile}} rows.csv; No such file or directory [Op:ReadFile]",
        "File not found: filepath=rows.csv. Please ensure the file is",
        "Unable to open file (unable to open file: name = 'rows.csv', errno = 2, ...)",
        "SavedModel file does not exist at: rows.csv/{saved_model.pbtxt|saved_model.pb}",
    ],
)
def test_the_file_is_read_from_the_messages_of_the_libraries(message: str) -> None:
    assert missing_in("raise ValueError(message)", message=message).name == "rows.csv"


def test_a_column_is_told_with_the_columns_of_the_table() -> None:
    assert missing_in("table['price']", table=Table()) == Missing(
        kind="column", name="price", nearest="Price", known=["3", "Price", "area "]
    )
    assert missing_in("table.drop(['area', 'Price'])", table=Table()).nearest == "area "


@pytest.mark.parametrize(
    "program", ["{}['price']", "1 / 0", "None.shape", "raise AttributeError('x')"]
)
def test_nothing_is_told_of_other_exceptions(program: str) -> None:
    with pytest.raises(Exception) as raised:
        exec(program, {})

    assert missing_of(raised.value) is None


def test_an_object_that_fails_when_it_is_asked_does_no_harm() -> None:
    class Hostile:
        def __dir__(self) -> list[str]:
            raise RuntimeError

    with pytest.raises(AttributeError) as raised:
        exec("hostile.shape", {"hostile": Hostile()})

    assert missing_of(raised.value) is None
