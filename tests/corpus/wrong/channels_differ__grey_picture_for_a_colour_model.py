"""predict on a new image: expected axis -1 of input shape to have value 3, but received (None, 32, 32, 1)."""
from pathlib import Path

import numpy as np
from PIL import Image
from tensorflow import keras

rng = np.random.default_rng(0)
keras.utils.set_random_seed(0)
x = rng.random((60, 32, 32, 3)).astype("float32")
y = (x[..., 0].mean(axis=(1, 2)) > 0.5).astype("int32")

inputs = keras.Input((32, 32, 3))
h = keras.layers.Conv2D(8, 3, activation="relu")(inputs)
h = keras.layers.GlobalAveragePooling2D()(h)
model = keras.Model(inputs, keras.layers.Dense(1, activation="sigmoid")(h))
model.compile("adam", "binary_crossentropy")
model.fit(x, y, epochs=1, validation_split=0.2, verbose=0)

Path("new").mkdir(exist_ok=True)
Image.fromarray(rng.integers(0, 256, (32, 32), dtype=np.uint8)).save("new/scan.png")
scan = keras.utils.load_img("new/scan.png", color_mode="grayscale")  # diagnosis: channels_differ
scan = keras.utils.img_to_array(scan)[None] / 255.0
print(model.predict(scan))  # diagnosis: channels_differ
