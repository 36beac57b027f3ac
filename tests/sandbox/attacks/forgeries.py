"""Programs that try to be taken for better than they are, by what -> what the program does."""

FORGERIES = {
    "frames without the token": """
import json, os, struct
payload = json.dumps({"kind": "probe", "check": "value", "part": "probe",
                      "facts": {"stated": 42.0, "type": "int"}}).encode()
os.write(3, struct.pack("<16scQ", bytes(16), b"J", len(payload)) + payload)
""",
    "frames read back and written again": """
import os, time
time.sleep(0.3)
fd = os.open("/proc/self/fd/3", os.O_RDONLY | os.O_NONBLOCK)
os.write(3, os.read(fd, 4096).replace(b"1.0", b"42.0"))
os._exit(0)
""",
    "files that look like facts": """
for name in ("facts", "facts.json", "result.json", "verdict.json", "report.xml"):
    open(name, "w").write('{"passed": true, "points": 100, "fault": null}')
print('{"kind": "end"}', "all checks passed")
""",
    "ends at once": "import os; os._exit(0)",
    "exits at once": "import sys; sys.exit(0)",
    "raises SystemExit": "raise SystemExit(0)",
    "closes the channel": "import os; os.close(3)",
    "patches the check": """
import etude.checks.returns_value as module
module.ReturnsValue.probe = lambda self, live: {"stated": 42.0, "type": "int"}
""",
    "patches the check's code": """
import etude.checks.returns_value as module
def probe(self, live): return {"stated": 42.0, "type": "int"}
module.ReturnsValue.probe.__code__ = probe.__code__
""",
    "patches a helper of the check": """
import etude.checks.returns_value as module
module._number = lambda live, value: 42.0
""",
    "patches the check when it is called": """
def answer():
    import etude.checks.returns_value as module
    module._number = lambda live, value: 42.0
    return 1
""",
    "puts another module in its place": """
import sys, types
import etude.checks
fake = types.ModuleType("etude.checks.returns_value")
sys.modules["etude.checks.returns_value"] = etude.checks.returns_value = fake
""",
    "leads imports elsewhere": """
import os, sys, etude.checks
os.makedirs("fake", exist_ok=True)
open("fake/returns_value.py", "w").write("raise SystemExit")
etude.checks.__path__.insert(0, os.path.abspath("fake"))
sys.modules.pop("etude.checks.returns_value", None)
""",
    "patches the worker": """
import etude.worker.live as live
live.WorkerLive.value = lambda self, expression: 42.0
""",
    "patches the writer": """
import etude.worker.facts_writer as writer
real = writer.FactsWriter.emit
def emit(self, kind, **fields):
    if "facts" in fields: fields["facts"] = {**fields["facts"], "stated": 42.0}
    real(self, kind, **fields)
writer.FactsWriter.emit = emit
""",
    "patches the tripwire": """
import etude.checks.returns_value as module, etude.worker.own_code as own
own.watch_own_code = lambda: lambda: ""
own._contents, own._same = lambda: iter(()), lambda *a: True
module._number = lambda live, value: 42.0
""",
    "patches NumPy": """
import numpy
numpy.allclose = numpy.array_equal = lambda *a, **k: True
numpy.testing.assert_allclose = lambda *a, **k: None
""",
    "patches Keras": """
import keras
keras.Model.evaluate = lambda *a, **k: [0.0, 1.0]
keras.Model.predict = keras.Model.__call__ = lambda *a, **k: 42.0
""",
    "answers in the check's place": """
import gc
for thing in gc.get_objects():
    if type(thing).__name__ == "FactsWriter":
        thing.emit("probe", check="value", part="probe", facts={"stated": 42.0, "type": "int"})
""",
    "answers in the check's place and ends": """
import gc, os
for thing in gc.get_objects():
    if type(thing).__name__ == "FactsWriter":
        for name in ("defines", "value"):
            thing.emit("probe", check=name, part="probe",
                       facts={"stated": 42.0, "type": "int", "defined": True, "callable": True})
os._exit(0)
""",
    "equals everything": """
class Everything(float):
    __eq__ = lambda self, other: True
    __sub__ = __rsub__ = lambda self, other: 0.0
    __float__ = lambda self: 1.0
    __hash__ = float.__hash__
def answer(): return Everything(1)
""",
}
