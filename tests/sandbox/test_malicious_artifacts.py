"""Saved models that are made to harm whoever opens them.

Each is made by learner code in one run, fetched, and opened by a real check in a clean child.
Nothing in the file may run or reach outside, and the answer is the learner's to mend.
"""

import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import msgspec
import numpy as np
import pytest

from etude.checks.hidden_metric import HiddenMetric
from etude.domain.exercise import Exercise, Kind
from etude.domain.job import Job, Limits
from etude.domain.outcome import Fault, Outcome
from etude.domain.submission import Submission
from etude.domain.verdict import Status
from etude.grading.grade import Grader
from etude.grading.plan import DataSource

pytestmark = pytest.mark.tensorflow

_LABELS = np.random.default_rng(0).integers(0, 2, 20)
_INPUTS = np.random.default_rng(1).random((20, 4)).astype("float32")
_TRACES = ("pwned", "pwned.txt")
_MOST_SECONDS = 20.0
_MOST_MEMORY = 3 << 30

BEGINNING = """
import io, json, os, pickle, shutil, zipfile
import h5py, keras, numpy, tensorflow as tf

def payload(x):
    open("pwned", "w").write("code ran")
    os.environ["PWNED"] = "yes"
    return x

def good(*layers):
    last = keras.layers.Dense(2, activation="softmax")
    return keras.Sequential([keras.Input((4,)), *layers, last])

def rewrite(change, path="model.keras"):
    good(keras.layers.Dense(3, name="first")).save("good.keras")
    with zipfile.ZipFile("good.keras") as old, zipfile.ZipFile(path, "w", 8) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "config.json":
                data = json.dumps(change(json.loads(data))).encode()
            new.writestr(name, data)

def rewrite_weights(change):
    good(keras.layers.Dense(3, name="first")).save("good.keras")
    with zipfile.ZipFile("good.keras") as old, zipfile.ZipFile("model.keras", "w", 8) as new:
        for name in old.namelist():
            data = old.read(name)
            if name.endswith(".h5"):
                open("weights.h5", "wb").write(data)
                with h5py.File("weights.h5", "r+") as file:
                    change(file)
                data = open("weights.h5", "rb").read()
            new.writestr(name, data)

def first_weights(file):
    found = []
    file.visititems(lambda name, thing: found.append((name, isinstance(thing, h5py.Dataset))))
    return next(name for name, is_data in found if is_data)

def first_layer(config, /, **changes):
    layer = next(l for l in config["config"]["layers"] if l["config"].get("name") == "first")
    layer.update(changes)
    return config
"""


def _naming(module: str, name: str, /, **config: object) -> str:
    change = {"module": module, "class_name": name, "registered_name": None, "config": config}
    return f"rewrite(lambda config: first_layer(config, **{change!r}))"


CODE = "holds code of its own"
NEEDS = "of your program"
UNREADABLE = "is no model as model.save writes it"

# What is made -> (program, words that the learner reads, the artifact's name).
REFUSED = {
    "Lambda": ("good(keras.layers.Lambda(lambda x: payload(x))).save('model.keras')", CODE),
    "Lambda, unsafe mode switched on by the learner": (
        "keras.config.enable_unsafe_deserialization()\n"
        "good(keras.layers.Lambda(lambda x: payload(x))).save('model.keras')",
        CODE,
    ),
    "os.system": (_naming("os", "system", command="touch pwned"), ""),
    "subprocess.Popen": (_naming("subprocess", "Popen", args=["touch", "pwned"]), ""),
    "eval": (_naming("builtins", "eval", source="open('pwned','w')"), ""),
    "get_file": (
        _naming("keras.utils", "get_file", fname="pwned", origin="file:///etc/passwd"),
        "",
    ),
    "switching unsafe mode on": (
        _naming("keras.config", "enable_unsafe_deserialization"),
        "",
    ),
    "loading another file in unsafe mode": (
        _naming("keras.src.saving.saving_lib", "load_model", filepath="x", safe_mode=False),
        "",
    ),
    "TFSMLayer": (
        """module = tf.Module()
module.f = tf.function(lambda x: (tf.io.write_file("pwned", "x"), x)[1],
                       input_signature=[tf.TensorSpec((None, 4))])
tf.saved_model.save(module, "saved", {"serve": module.f})
inputs = keras.Input((4,))
outputs = keras.layers.TFSMLayer("saved", call_endpoint="serve")(inputs)
keras.Model(inputs, outputs).save("model.keras")
""",
        CODE,
    ),
    "vocabulary from another file": (
        _naming("keras.layers", "StringLookup", vocabulary="/etc/passwd", name="first"),
        "",
    ),
    "text vocabulary from another file": (
        _naming("keras.layers", "TextVectorization", vocabulary="/etc/passwd", name="first"),
        "",
    ),
    "weights linked to another file": (
        """def link(file):
    name = first_weights(file)
    del file[name]
    file[name] = h5py.ExternalLink("/etc/passwd.h5", "/x")
rewrite_weights(link)""",
        "",
    ),
    "weights stored in another file": (
        """def store(file):
    name = first_weights(file)
    shape = file[name].shape
    del file[name]
    file.create_dataset(name, shape, "f4", external=[("/etc/passwd", 0, 1 << 20)])
rewrite_weights(store)""",
        "",
    ),
    "weights that are a virtual view of another file": (
        """def view(file):
    name = first_weights(file)
    shape = file[name].shape
    del file[name]
    layout = h5py.VirtualLayout(shape, "f4")
    layout[:] = h5py.VirtualSource("/etc/passwd", "x", shape)
    file.create_virtual_dataset(name, layout)
rewrite_weights(view)""",
        "",
    ),
    "weights of 10^11 numbers": (
        """def swell(file):
    name = first_weights(file)
    del file[name]
    file.create_dataset(name, (10**6, 10**5), "f4", chunks=(1000, 1000), compression="gzip")
rewrite_weights(swell)""",
        "",
    ),
    "a layer of 10^11 units": (
        """def widen(config):
    for layer in config["config"]["layers"]:
        if layer["config"].get("name") == "first": layer["config"]["units"] = 10**11
    return config
rewrite(widen)""",
        "",
    ),
    "a config 3000 levels deep": (
        """rewrite(lambda config: config)
with zipfile.ZipFile("model.keras") as old:
    members = {name: old.read(name) for name in old.namelist()}
layers = b"[" * 3000 + b"]" * 3000
start = b'{"module": "keras", "class_name": "Sequential", "config": {"layers": '
members["config.json"] = start + layers + b"}}"
with zipfile.ZipFile("model.keras", "w") as new:
    for name, content in members.items(): new.writestr(name, content)""",
        "",
    ),
    "a class of the learner's": (
        """@keras.saving.register_keras_serializable()
class Evil(keras.layers.Layer):
    def call(self, x): return payload(x)
good(Evil()).save("model.keras")""",
        NEEDS,
    ),
    "a function of the learner's": (
        """@keras.saving.register_keras_serializable()
def evil(x): return payload(x)
good(keras.layers.Activation(evil)).save("model.keras")""",
        NEEDS,
    ),
    "a pickle": (
        """class Evil:
    def __reduce__(self): return (os.system, ("touch pwned",))
open("model.keras", "wb").write(pickle.dumps(Evil()))""",
        UNREADABLE,
    ),
    "an array of objects": (
        """class Evil:
    def __reduce__(self): return (os.system, ("touch pwned",))
with open("model.keras", "wb") as file:
    numpy.save(file, numpy.array([Evil()], dtype=object), allow_pickle=True)""",
        UNREADABLE,
    ),
    "nothing at all": ("open('model.keras', 'wb').close()", UNREADABLE),
    "half a model": (
        "good().save('model.keras'); data = open('model.keras', 'rb').read()\n"
        "open('model.keras', 'wb').write(data[:len(data) // 2])",
        UNREADABLE,
    ),
    "config of 100 MB": (
        """rewrite(lambda config: config)
with zipfile.ZipFile("model.keras") as old:
    members = {name: old.read(name) for name in old.namelist()}
members["config.json"] = b" " * (100 << 20) + b"["
with zipfile.ZipFile("model.keras", "w", 8) as new:
    for name, content in members.items(): new.writestr(name, content)""",
        "",
    ),
}

BESIDE = {
    "zip slip": """good().save("model.keras")
with zipfile.ZipFile("model.keras", "a") as file:
    for name in ("../pwned", "/tmp/pwned", "pwned"): file.writestr(name, "x")""",
    "zip bomb beside the model": """good().save("model.keras")
with zipfile.ZipFile("model.keras", "a", 8) as file:
    with file.open("bomb", "w", force_zip64=True) as member:
        for _ in range(300): member.write(bytes(1 << 20))""",
}

OTHER_FORMATS = {
    "h5 with a Lambda": (
        "model.h5",
        "good(keras.layers.Lambda(lambda x: payload(x))).save('model.h5')",
        CODE,
    ),
    "SavedModel that acts when it is loaded": (
        "saved/",
        """class Acts(tf.Module):
    def __init__(self):
        self.v = tf.Variable(0.0)
        self.asset = tf.saved_model.Asset(__file__)
    @tf.function(input_signature=[tf.TensorSpec((None, 4))])
    def f(self, x):
        tf.io.write_file("pwned", "x")
        return x
tf.saved_model.save(Acts(), "saved")""",
        "outputs of shape (4,)",
    ),
}

CONVERTED = """
def converted(function):
    concrete = tf.function(function).get_concrete_function(tf.TensorSpec((1, 4)))
    return tf.lite.TFLiteConverter.from_concrete_functions([concrete]).convert()
content = converted(lambda x: x[:, :2] * 2.0)
def keep(content): open("model.tflite", "wb").write(bytes(content))
"""
# What is made -> (the last line of the program, words that the learner reads).
LITE = {
    "text": ("keep(b'a model of mine')", "is no LiteRT model"),
    "nothing at all": ("keep(b'')", "is no LiteRT model"),
    "half a model": ("keep(content[:len(content) // 2])", ""),
    "noise behind the mark": ("keep(content[:8] + os.urandom(4000))", ""),
    "a model with every tenth byte changed": (
        "keep(b ^ 255 if i > 8 and i % 10 == 0 else b for i, b in enumerate(content))",
        "",
    ),
    "a tensor of 10^10 numbers": (
        """def swells(x):
    sizes = tf.cast(0 * x[0, :2] + 10.0**5, tf.int32)
    return tf.reduce_sum(tf.fill(sizes, x[0, 0]), axis=0)[None, :2]
keep(converted(swells))""",
        "",
    ),
    "an operator of TensorFlow's that writes a file": (
        """def acts(x):
    tf.io.write_file("pwned", "x")
    return x[:, :2]
concrete = tf.function(acts).get_concrete_function(tf.TensorSpec((1, 4)))
converter = tf.lite.TFLiteConverter.from_concrete_functions([concrete])
converter.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS, tf.lite.OpsSet.SELECT_TF_OPS]
keep(converter.convert())""",
        "",
    ),
}

NOT_FETCHED = {
    "a link": ("os.symlink('/etc/passwd', 'model.keras')", ""),
    "a folder": ("os.mkdir('model.keras')", ""),
    "a pipe": ("os.mkfifo('model.keras')", ""),
    "too large": ("open('model.keras', 'wb').write(bytes(9 << 20))", "expected at most 8,388,608"),
    "sparse": ("open('model.keras', 'wb').truncate(9 << 20)", "expected at most 8,388,608"),
}


class Watched:
    """A sandbox that also fetches what a clean run leaves behind."""

    def __init__(self, sandbox: Any) -> None:
        self._sandbox = sandbox
        self.clean = Outcome()
        self.seconds = 0.0

    @property
    def isolation(self) -> Any:
        return self._sandbox.isolation

    def run(self, job: Job, **options: Any) -> Outcome:
        if msgspec.json.decode(job.task)["program"]:
            return self._sandbox.run(job, **options)
        started = time.monotonic()
        self.clean = self._sandbox.run(replace(job, artifacts=_TRACES), **options)
        self.seconds = time.monotonic() - started
        return self.clean


@pytest.fixture
def watched(warm_sandbox: Any) -> Iterator[Watched]:
    watched = Watched(warm_sandbox)
    yield watched
    traces = [watched.clean.artifacts.get(name) for name in _TRACES]
    assert not any(trace.content for trace in traces if trace), "code of the file ran"
    assert "PWNED" not in watched.clean.stdout + watched.clean.stderr
    assert watched.seconds < _MOST_SECONDS
    assert watched.clean.peak_memory_bytes < _MOST_MEMORY


def grade(watched: Watched, folder: Any, program: str, artifact: str = "model.keras") -> Any:
    limits = Limits(wall_seconds=_MOST_SECONDS, artifact_bytes=8 << 20)
    exercise = Exercise(
        id="tests/saved",
        title="",
        summary="",
        skills=(),
        kind=Kind.BUILD,
        level=1,
        minutes=1,
        folder=folder,
        limits=limits,
    )
    files = {exercise.file_name: (BEGINNING + program).encode()}
    submission = Submission(exercise=exercise.id, file=exercise.file_name, files=files)
    arrays = {"labels": _LABELS, "inputs": _INPUTS}
    data = DataSource(public=lambda name: folder, hidden=lambda name: arrays)
    check = HiddenMetric(artifact=artifact, hidden="set", bar=0.99, name="hidden")
    return Grader(sandbox=watched, data=data, versions={}).grade(exercise, submission, [check])


def test_honest_model_is_opened(watched, tmp_path):
    report = grade(watched, tmp_path, "good().save('model.keras')")

    assert report.fault is None
    assert "95 % interval" in report.verdicts[0].received


@pytest.mark.parametrize(("program", "words"), REFUSED.values(), ids=REFUSED)
def test_saved_model_that_acts_or_bursts_is_refused(watched, tmp_path, program, words):
    report = grade(watched, tmp_path, program)

    assert report.fault is None, report.detail
    (verdict,) = report.verdicts
    assert verdict.status is Status.FAILED
    assert "interval" not in verdict.received, "it was opened"
    assert words in verdict.received


@pytest.mark.parametrize("program", BESIDE.values(), ids=BESIDE)
def test_what_is_beside_the_model_is_left_alone(watched, tmp_path, program):
    report = grade(watched, tmp_path, program)

    # Whether Keras opens such a file depends on its release.
    assert report.fault is None, report.detail
    assert report.verdicts[0].status is Status.FAILED


@pytest.mark.parametrize(
    ("artifact", "program", "words"), OTHER_FORMATS.values(), ids=OTHER_FORMATS
)
def test_other_formats_do_not_act_either(watched, tmp_path, artifact, program, words):
    report = grade(watched, tmp_path, program, artifact)

    assert report.fault is None, report.detail
    assert report.verdicts[0].status is Status.FAILED
    assert words in report.verdicts[0].received


def test_honest_lite_model_is_asked(watched, tmp_path):
    report = grade(watched, tmp_path, CONVERTED + "keep(content)", "model.tflite")

    assert report.fault is None, report.detail
    assert "95 % interval" in report.verdicts[0].received


@pytest.mark.parametrize(("program", "words"), LITE.values(), ids=LITE)
def test_lite_model_that_bursts_or_acts_is_the_learners(watched, tmp_path, program, words):
    report = grade(watched, tmp_path, CONVERTED + program, "model.tflite")

    assert report.fault in (None, Fault.LEARNER), report.detail
    (verdict,) = report.verdicts
    assert verdict.status is Status.FAILED
    assert "interval" not in verdict.received, "it was asked"
    assert words in verdict.received


@pytest.mark.parametrize(("program", "words"), NOT_FETCHED.values(), ids=NOT_FETCHED)
def test_what_is_no_regular_small_file_is_not_fetched(watched, tmp_path, program, words):
    report = grade(watched, tmp_path, f"try:\n    {program}\nexcept OSError: pass")

    assert report.fault in (None, Fault.LEARNER)
    assert report.verdicts[0].status is Status.FAILED
    assert words in report.verdicts[0].received
