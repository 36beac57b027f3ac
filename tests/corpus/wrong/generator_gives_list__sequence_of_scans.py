"""TypeError: `output_signature` must contain objects that are subclass of `tf.TypeSpec` but found <class 'list'>"""
import numpy as np
from tensorflow.keras.layers import Concatenate, Dense, Flatten, Input
from tensorflow.keras.models import Model
from tensorflow.keras.utils import Sequence

rng = np.random.default_rng(12)
scans = rng.random((64, 6, 6, 6, 1)).astype("float32")
coil = rng.integers(0, 2, (64, 1)).astype("float32")
age = (scans.mean(axis=(1, 2, 3, 4)) * 100 + coil[:, 0]).astype("float32")


class Scans(Sequence):
    def __init__(self, batch_size):
        super().__init__()
        self.batch_size = batch_size

    def __len__(self):
        return len(scans) // self.batch_size

    def __getitem__(self, index):
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.read(rows)

    def read(self, rows):
        return [scans[rows], coil[rows]], [age[rows]]  # diagnosis: generator_gives_list


picture, which_coil = Input((6, 6, 6, 1)), Input((1,))
joined = Concatenate()([Flatten()(picture), which_coil])
model = Model([picture, which_coil], Dense(1)(joined))
model.compile(optimizer="adam", loss="mae")
model.fit(Scans(8), epochs=2, verbose=0)
