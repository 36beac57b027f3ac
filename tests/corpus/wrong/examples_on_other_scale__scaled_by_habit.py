"""The quantised file says "class 0" to everything, and nothing complained."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.integers(0, 256, (200, 12, 12, 1)).astype("float32")
y = (x[:, :6].mean((1, 2, 3)) > x[:, 6:].mean((1, 2, 3))).astype("int32")

model = keras.Sequential([
    keras.Input((12, 12, 1)),
    keras.layers.Rescaling(1.0 / 255),
    keras.layers.Flatten(),
    keras.layers.Dense(2),
])
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
model.fit(x[:160], y[:160], validation_data=(x[160:], y[160:]), epochs=10, verbose=0)


def calibration():
    for i in range(50):
        image = x[i : i + 1] / 255.0
        yield [image]  # diagnosis: examples_on_other_scale


converter = tf.lite.TFLiteConverter.from_keras_model(model)
converter.optimizations = [tf.lite.Optimize.DEFAULT]
converter.representative_dataset = calibration
converter.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS_INT8]
with open("model.tflite", "wb") as file:
    file.write(converter.convert())
