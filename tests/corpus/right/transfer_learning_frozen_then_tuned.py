"""Frozen base, then fine-tuning with its BatchNormalization kept still and the model compiled again."""
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
labels = rng.integers(0, 2, 120)
images = rng.integers(0, 150, (120, 16, 16, 3)).astype("float32")
images[labels == 1, :8] += 100

base = keras.Sequential([
    keras.Input((16, 16, 3)),
    layers.Conv2D(8, 3, use_bias=False),
    layers.BatchNormalization(),
    layers.ReLU(),
    layers.Conv2D(16, 3, activation="relu"),
], name="base")
base.trainable = False
inputs = keras.Input((16, 16, 3))
x = layers.Rescaling(1 / 127.5, offset=-1)(inputs)
x = base(x, training=False)
x = layers.GlobalAveragePooling2D()(x)
x = layers.Dropout(0.2)(x)
model = keras.Model(inputs, layers.Dense(1)(x))


def compile_with(rate):
    model.compile(
        keras.optimizers.Adam(rate),
        keras.losses.BinaryCrossentropy(from_logits=True),
        metrics=[keras.metrics.BinaryAccuracy(threshold=0.0)],
    )


train, val = (images[:90], labels[:90]), (images[90:], labels[90:])
compile_with(0.01)
model.fit(*train, validation_data=val, epochs=8, verbose=0)
base.trainable = True
for layer in base.layers:
    if isinstance(layer, layers.BatchNormalization):
        layer.trainable = False
compile_with(1e-4)
model.fit(*train, validation_data=val, epochs=3, verbose=0)
print(model.evaluate(*val, verbose=0))
