"""What pad_sequences cuts off, told without changing what it gives."""

import pytest
from watched import Watch

pytestmark = pytest.mark.tensorflow

ROWS = "import numpy as np\nrows = [[0.5, -0.25], [0.75, 1.0, 0.5]]\n"


@pytest.mark.parametrize(
    "load",
    [
        "from keras.utils import pad_sequences",
        "from tensorflow.keras.utils import pad_sequences",
        "from tensorflow.keras.preprocessing.sequence import pad_sequences",
        "import tensorflow as tf\npad_sequences = tf.keras.preprocessing.sequence.pad_sequences",
    ],
)
def test_fractions_that_are_cut_off_are_told(load: str, watch: Watch) -> None:
    seen = watch(f"{ROWS}{load}\nassert pad_sequences(rows).tolist() == [[0, 0, 0], [0, 1, 0]]\n")

    assert not seen.evidence.errors
    [call] = seen.evidence.calls_of("fractions_cut")
    assert call.arguments == {"dtype": "int32", "share": 0.8, "low": -0.25, "high": 1.0}


@pytest.mark.parametrize(
    "call",
    [
        "pad_sequences(rows, dtype='float32')",
        "pad_sequences([[1, 2], [3]])",
        "pad_sequences([[1.0, 2.0], [3.0]])",
        "pad_sequences([['a', 'b'], ['c']], dtype=object, value='')",
        "pad_sequences([np.zeros((0, 2)), np.ones((3, 2))])",
    ],
)
def test_what_loses_nothing_is_not_told(call: str, watch: Watch) -> None:
    seen = watch(f"{ROWS}from keras.utils import pad_sequences\n{call}\n")

    assert not seen.evidence.errors
    assert not seen.evidence.calls_of("fractions_cut")
