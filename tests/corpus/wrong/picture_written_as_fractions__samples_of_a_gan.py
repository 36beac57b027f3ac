import tempfile
from pathlib import Path

import numpy as np
from keras import Input, Sequential, layers
from PIL import Image

generator = Sequential([
    Input((16,)),
    layers.Dense(7 * 7 * 8),
    layers.Reshape((7, 7, 8)),
    layers.Conv2DTranspose(1, 5, strides=4, padding="same", activation="tanh"),
])
samples = generator.predict(np.random.default_rng(0).normal(size=(4, 16)), verbose=0)
folder = Path(tempfile.mkdtemp())
for i, sample in enumerate(samples):
    Image.fromarray(sample).save(folder / f"{i}.png")  # diagnosis: picture_written_as_fractions
