"""The programs that the sandbox's benchmarks run, and the ``perform`` that runs them."""

import time
from typing import Any

TRIVIAL = "pass"
TRAINING = """
import keras, tensorflow as tf, numpy
keras.utils.set_random_seed(0)
x = numpy.random.rand(256, 8).astype("float32")
data = tf.data.Dataset.from_tensor_slices((x, x.sum(1))).shuffle(256).batch(32)
data = data.prefetch(tf.data.AUTOTUNE)
model = keras.Sequential([keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(data, epochs=3, verbose=0)
model.save("model.keras")
"""
# USS and PSS while everything that the training needed is still there.
MEASURED_TRAINING = (
    TRAINING
    + """
import re
text = open("/proc/self/smaps_rollup").read()
size = lambda name: int(re.search(name + r":\\s+(\\d+) kB", text).group(1)) / 1024
facts.emit(
    "memory", uss=size("Private_Clean") + size("Private_Dirty"), pss=size("Pss"), rss=size("Rss")
)
import time; time.sleep(1.0)
"""
)


def perform(task: bytes, facts: Any) -> None:
    """Tells when the first line of the program could run, then runs it."""
    facts.emit("first-line", at_ns=time.monotonic_ns())
    exec(compile(task, "<benchmark>", "exec"), {"__name__": "__main__", "facts": facts})
    facts.emit("end")
