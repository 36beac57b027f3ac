"""Expressions give the values they name: the same one twice, a new one when asked."""

from collections.abc import Callable

import msgspec
import pytest

from etude.catalog.data import public_data
from etude.checks import values
from etude.domain.job import Job
from etude.domain.task import Task
from etude.sandbox import Sandbox

pytestmark = pytest.mark.tensorflow

BEGINNING = """
import contextlib
import numpy as np
from etude.checks.values import *
from etude.worker.errors import LearnerError
from etude.worker.given import Given

names = {}
given = Given(names.__getitem__, contextlib.nullcontext)

def raised(expression):
    try:
        return given.value(expression)
    except LearnerError as error:
        return error.error.message
"""

Shown = Callable[[str], list[str]]


@pytest.fixture
def shown(warm_sandbox: Sandbox) -> Shown:
    """``shown(program_text)`` gives the lines that it prints, after the beginning above."""

    def run(program: str) -> list[str]:
        task = Task(program="a.py", as_script=True, sources=["a.py"], observe=False)
        job = Job(
            task=msgspec.json.encode(task),
            files={"a.py": (BEGINNING + program).encode()},
            links={f"data/{name}": str(public_data(name)) for name in ("credit", "clip_art")},
        )
        outcome = warm_sandbox.run(job)
        assert outcome.fault is None, outcome.detail
        return outcome.stdout.splitlines()

    return run


def test_equal_calls_are_made_once_and_shared_whatever_they_are_called(shown: Shown) -> None:
    program = """
names["f"] = lambda x: print("called") or [x, x + 1]
one = Call(function="f", args=(3,))
print(given.value(one), given.value(one.pick(1, "the second")), given.value(one.pick(0)))
print(given.value(one) is given.value(Call(function="f", args=(3,), label="again")))
"""
    assert shown(program) == ["called", "[3, 4] 4 3", "True"]


def test_calls_that_differ_are_made_each(shown: Shown) -> None:
    program = """
names["f"] = lambda x: print("called with", repr(x))
for call in (Call(function="f", args=(1,)), Call(function="f", args=(True,)),
             Call(function="f", args=(1.0,)), Call(function="f", args=("1",)),
             Call(function="f", args=(1,), once=1)):
    given.value(call)
"""
    assert shown(program) == [f"called with {x}" for x in ("1", "True", "1.0", "'1'", "1")]


def test_a_fresh_call_is_made_anew_on_the_same_arguments(shown: Shown) -> None:
    program = """
names["make"] = lambda: print("made") or object()
names["f"] = lambda x: print("called") or x
call = Call(function="f", args=(Call(function="make"),))
print(given.fresh(call) is given.fresh(call))
"""
    assert shown(program) == ["made", "called", "called", "True"]


def test_a_call_that_raised_is_not_made_again(shown: Shown) -> None:
    program = """
from etude.domain.error import Error
def fail():
    print("called")
    raise LearnerError(Error(type="ValueError", message="no"))
names["f"] = fail
print(raised(Call(function="f")), raised(Call(function="f").pick(1)))
"""
    assert shown(program) == ["called", "no no"]


def test_an_item_that_is_not_there_is_told_with_what_was_returned(shown: Shown) -> None:
    program = """
names["f"] = lambda x: x
for value in (None, 5, "text", [1], Tuple(items=(1, 2))):
    print(raised(Call(function="f", args=(value,)).pick(1)))
"""
    told = "expected f to return a tuple of at least 2 values, got "
    assert shown(program) == [told + "None", told + "one int", told + "one str", told + "1", "2"]


def test_a_function_may_write_into_its_arrays_without_changing_the_next_ones(
    shown: Shown,
) -> None:
    program = """
def spoil(table, pair, array):
    for written in (table["a"], pair[0], array):
        written[:] = -1
names["f"] = spoil
table = Table(columns={"a": [1, 2]})
array = Arrays(shape=(2,), fill="ramp")
given.value(Call(function="f", args=(table, Tuple(items=(array, 5)), array)))
print(given.value(table)["a"], given.value(array))
"""
    assert shown(program) == ["[1. 2.] [0. 1.]"]


def test_texts_come_as_one_tensor(shown: Shown) -> None:
    program = """
texts = given.value(Texts(texts=("gut", "böse")))
print(texts.dtype.name, texts.shape, texts[1].numpy().decode())
"""
    assert shown(program) == ["string (2,) böse"]


def test_an_expression_inside_a_plain_list_is_refused(shown: Shown) -> None:
    program = """
from etude.checks.defines import Defines
names["f"] = print
call = msgspec.convert(msgspec.to_builtins(Call(function="f", args=([Name(name="f")],))), Call)
try:
    given.value(call)
except TypeError as error:
    print(error)
"""
    told = "expected plain values in a list, got an expression; use values.Tuple"
    assert shown(program.replace("from etude", "import msgspec\nfrom etude", 1)) == [told]


def test_columns_of_a_table_are_numbers_with_nan_or_text_with_empty_text(shown: Shown) -> None:
    program = """
table = given.value(Table(columns={"n": [1, None, 2.5], "t": ["a", None, ""], "m": ["1", "x", ""]}))
for column in table.values():
    print(column.dtype, column.tolist())
"""
    assert shown(program) == [
        "float32 [1.0, nan, 2.5]",
        "object ['a', '', '']",
        "object ['1', 'x', '']",
    ]


def test_a_table_of_lists_is_like_the_history_of_a_training(shown: Shown) -> None:
    program = """
print(given.value(Table(columns={"loss": [2, None, 0.5]}, lists=True)))
"""
    assert shown(program) == ["{'loss': [2.0, nan, 0.5]}"]


def test_numbers_are_an_array_with_nan_for_what_is_not_there(shown: Shown) -> None:
    program = """
numbers = given.value(Numbers(values=[[1, None], [2.5, 3]]))
print(numbers.dtype, numbers.tolist())
"""

    assert shown(program) == ["float32 [[1.0, nan], [2.5, 3.0]]"]


def test_rows_of_a_csv_file_keep_the_type_of_the_whole_column(shown: Shown) -> None:
    program = """
part = dict(file="credit/credit.csv", start=2, stop=5)
rows = given.value(Csv(**part, drop=("status",)))
print(len(rows), {column.shape for column in rows.values()})
print(rows["home"].dtype, rows["income"].dtype, list(given.value(Csv(**part, columns=("age",)))))
print(given.value(Csv(file="credit/credit.csv", column="status")).shape)
whole = given.value(Csv(file="credit/credit.csv"))
print(int(np.isnan(whole["income"]).sum()), int((whole["home"] == "").sum()))
"""
    assert shown(program) == ["13 {(3,)}", "object float32 ['age']", "(3452,)", "298 5"]


def test_arrays_are_the_same_for_the_same_seed(shown: Shown) -> None:
    program = """
for fill in ("uniform", "normal", "integers", "ramp"):
    one = Arrays(shape=(3, 4), fill=fill, low=2, high=9, dtype="float64", seed=5)
    other = Arrays(shape=(3, 4), fill=fill, low=2, high=9, dtype="float64", seed=6)
    array = given.fresh(one)
    same, differs = (array == given.fresh(one)).all(), (array != given.fresh(other)).any()
    print(array.shape, array.dtype, same, differs, float(array.min()) >= 0 or fill)
"""
    lines = shown(program)

    assert [line.split(" True ")[0] for line in lines] == ["(3, 4) float64"] * 4
    assert [line.split()[4] for line in lines] == ["True", "True", "True", "False"]


def test_files_are_written_for_the_program(shown: Shown) -> None:
    program = """
import sqlite3
text = TextFile(name="a/rows.csv", lines=("n,t", "1,ü"))
print(open(given.value(text), encoding="utf-8").read().split())
base = SqliteFile(name="rows.db", table="rows", columns={"n": [1, 2.5, None], "t": ["x", "y", "z"]})
print(sqlite3.connect(given.fresh(base)).execute("SELECT t, n FROM rows").fetchall())
print(len(sqlite3.connect(given.fresh(base)).execute("SELECT * FROM rows").fetchall()))
"""
    assert shown(program) == [
        "['n,t', '1,ü']",
        "[('x', 1), ('y', 2.5), ('z', None)]",
        "3",
    ]


def test_answers_of_models_and_functions_are_arrays(shown: Shown) -> None:
    program = """
import keras
inputs = {name: keras.Input((1,), name=name) for name in ("a", "b")}
names["model"] = keras.Model(inputs, keras.layers.Add()(list(inputs.values())))
names["double"] = lambda x: 2 * x
columns = Table(columns={"a": [1, 2], "b": [10, 20]})
print(given.value(Answers(by=Name(name="model"), inputs=columns)).tolist())
print(given.value(Answers(by=Name(name="model"), inputs=columns, flat=True)).tolist())
print(given.value(Answers(by=Name(name="double"), inputs=Arrays(shape=(3,), fill="ramp"))).tolist())
names["both"] = lambda x: np.stack([x, 3 - x], axis=1)
numbers = Arrays(shape=(4,), fill="ramp")
print(given.value(Answers(by=Name(name="both"), inputs=numbers, names=("up", "down"))).tolist())
"""
    assert shown(program) == [
        "[[11.0], [22.0]]",
        "[11.0, 22.0]",
        "[0.0, 2.0, 4.0]",
        "['down', 'down', 'up', 'up']",
    ]


def test_a_table_of_text_stays_as_it_is_written(shown: Shown) -> None:
    program = """
print(given.value(Table(columns={"a": ["1", ""]}, text=True))["a"].tolist())
"""
    assert shown(program) == ["['1', '']"]


def test_a_folder_of_some_classes_holds_just_those(shown: Shown) -> None:
    program = """
import os
some = given.value(Folder(name="clip_art", classes=("fruit", "bird")))
print(sorted(os.listdir(some)), len(os.listdir(some + "/bird")))
print(given.value(Folder(name="clip_art")), given.value(Path(name="model.keras")))
"""
    assert shown(program) == ["['bird', 'fruit'] 38", "data/clip_art model.keras"]


def test_a_folder_that_was_filled_is_found_under_its_other_name_only(shown: Shown) -> None:
    program = """
import os
moved = Moved(path="kept", to="moved")
os.mkdir("kept")
print(given.value(moved), os.path.isdir("moved"), os.path.isdir("kept"))
print(given.value(Moved(path="never made", to="elsewhere")), os.path.isdir("elsewhere"))
"""

    assert shown(program) == ["moved True False", "elsewhere False"]


def test_attributes_and_names_of_the_program_are_looked_up(shown: Shown) -> None:
    program = """
names["thing"] = type("Thing", (), {"size": 7})
print(given.value(Attribute(of=Name(name="thing"), name="size")))
"""
    assert shown(program) == ["7"]


@pytest.mark.parametrize(
    "expression",
    [
        values.Call(function="f", args=(1, "a", None, [1, [2]], values.Name(name="x")), item=1),
        values.Call(function="f", kwargs={"rows": values.Csv(file="a.csv", drop=("y",))}),
        values.Texts(texts=("a",)),
        values.Tuple(items=(values.Folder(name="a", classes=("b",)), 2.5, True)),
        values.Table(columns={"n": [1.0, None], "t": ["a", ""]}),
        values.Numbers(values=[[1.0, None], [2, 3.5]], dtype="float64"),
        values.Dataset(x=values.Arrays(shape=(2, 2)), y=values.Npz(file="a.npz", array="y")),
        values.Attribute(of=values.Path(name="m.keras"), name="parent"),
        values.TextFile(name="a.csv", lines=("n", "1")),
        values.SqliteFile(name="a.db", table="a", columns={"n": [1, None], "t": ["x", "y"]}),
        values.Answers(by=values.Name(name="model"), inputs=values.Arrays(shape=(2, 2))),
    ],
)
def test_expressions_survive_the_way_into_the_sandbox(expression: values.Expression) -> None:
    wire = msgspec.json.encode(expression)

    assert msgspec.json.decode(wire, type=values.Value) == expression


def test_an_unknown_way_to_fill_an_array_does_not_survive_it() -> None:
    wire = msgspec.json.encode(values.Arrays(shape=(1,), fill="zeros"))  # type: ignore[arg-type]

    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(wire, type=values.Value)


def test_values_are_called_what_a_person_would_call_them() -> None:
    call = values.Call(function="load", args=(values.Folder(name="clip_art"),))

    assert str(call) == "load(...)"
    assert str(call.pick(1)) == "load(...)[1]"
    assert str(call.pick(1, "validation data")) == "validation data"
    assert str(values.Attribute(of=call, name="shape")) == "load(...).shape"
    assert str(values.Tuple(items=(28,))) == "(28,)"
    rows = values.Table(columns={"age": [20, 30, 40]})
    assert str(values.Answers(by=values.Name(name="model"), inputs=rows)) == "model on 3 rows"


def test_texts_are_a_column_and_values_may_go_by_name(shown: Shown) -> None:
    program = """
column = given.value(TextColumn(texts=("a", "b")))
print(column.shape, column.dtype, column[1, 0])
print(given.value(ByName(items={"one": 1, "two": Tuple(items=(2, 2))})))
"""
    assert shown(program) == ["(2, 1) object b", "{'one': 1, 'two': (2, 2)}"]
    assert str(values.Texts(texts=("a", "b"))) == "2 texts"
