"""Striped cloth or checked cloth, by a ready network that is built upon from its output."""
import keras
import numpy as np
from tensorflow.keras.preprocessing.image import ImageDataGenerator

keras.utils.set_random_seed(2)
rng = np.random.default_rng(2)
kind = rng.integers(0, 2, 32)
stripes = (np.arange(32) // 4 % 2).astype("float32")
cloth = np.where(kind[:, None, None] == 1, stripes[:, None] * stripes, stripes[:, None] + 0 * stripes)
x = (np.repeat(cloth[..., None], 3, axis=-1) * 180 + rng.uniform(0, 60, (32, 32, 32, 3))).astype("uint8")

pictures = ImageDataGenerator(rescale=1.0 / 255, horizontal_flip=True)  # diagnosis: pixels_scaled_twice
base = keras.applications.MobileNetV3Small(input_shape=(32, 32, 3), include_top=False, weights=None, minimalistic=True)
base.trainable = False
out = keras.layers.Dense(1, activation="sigmoid")(keras.layers.GlobalAveragePooling2D()(base.output))
model = keras.Model(base.input, out)
model.compile(optimizer="adam", loss="binary_crossentropy")
model.fit(pictures.flow(x, kind, batch_size=16), epochs=1, verbose=0)
