"""What a program does to étude's code and facts changes nothing about the mark of its file."""

import pytest
from examined import CONSTANT, CONTRACT_ALONE, FILE, Examined
from forgeries import FORGERIES

from etude.sandbox import Sandbox

pytestmark = [pytest.mark.tensorflow, pytest.mark.slow]

# Made for the check of an answer; these are made for marking.
OF_MARKS = {
    "patches the bars": """
import etude.checks.hidden_metric as hidden, etude.checks.reaches_bars as bars
hidden.HiddenMetric.look = lambda self, live: {"outputs": np.eye(3, dtype="float32")}
bars.ReachesBars.judge = bars.ReachesBars.judge_saved = lambda self, facts: self.passed()
bars.ReachesBars._reached = lambda self, value, bar: True
""",
    "patches the marking": """
import etude.grading.mark as mark, etude.domain.marked as marked
mark.Marker.mark = lambda *a, **k: marked.Marked(question="tests/question")
marked.Marked.mark = property(lambda self: 5)
""",
    "answers for the clean process": """
import gc
for thing in gc.get_objects():
    if type(thing).__name__ == "FactsWriter":
        for part in ("probe", "reload", "what_if"):
            thing.emit("probe", check="contract", part=part, facts={"came": "float32 (3, 3)"})
            thing.emit("probe", check="bars", part=part, facts={"outputs": np.eye(3)})
""",
    "reads what is hidden and learns it": """
import glob
found = []
for place in ("/", os.path.dirname(os.path.dirname(keras.__file__)), os.getcwd(), "/proc"):
    for pattern in ("*_hidden_inputs.npz", "*/hidden/*.npz", "*/*/hidden/*.npz", "*/root/*.npz"):
        for path in glob.glob(os.path.join(place, pattern)):
            try: found.append(np.load(path)["labels"])
            except Exception: pass
if found: save(layers.Embedding(len(found[0]), 3)(ops.cast(inputs[:, 0], "int32")))
""",
    "leaves files for the clean process": """
for name in ("rows_hidden_inputs.npz", "sitecustomize.py", "keras.py", "etude.py"):
    open(name, "w").write("raise SystemExit")
os.makedirs("etude/checks", exist_ok=True)
open("etude/checks/reaches_bars.py", "w").write("raise SystemExit")
""",
    "ends the worker": """
import signal
for pid in (1, os.getppid(), os.getpid()):
    try: os.kill(pid, signal.SIGKILL)
    except OSError: pass
""",
    "prints a mark": "print('5/5', '{\"mark\": 5}', flush=True)",
}


@pytest.mark.parametrize("forgery", [*FORGERIES.values(), *OF_MARKS.values()],
                         ids=[*FORGERIES, *OF_MARKS])  # fmt: skip
def test_a_forger_gets_the_honest_mark_of_the_file(warm_sandbox: Sandbox, forgery: str) -> None:
    exam = Examined(sandbox=warm_sandbox)
    again = CONSTANT.replace("\n", "\n    ")

    files = exam.hand_in(f"{CONSTANT}{forgery}\ntry:\n    {again}\nexcept Exception: pass\n")
    marked = exam.mark(files)

    assert marked.mark == (CONTRACT_ALONE if FILE in files else 0)
    assert not marked.waits
