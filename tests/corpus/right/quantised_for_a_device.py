"""Full integer quantisation of a model that was trained on scaled pictures and is exported with its scaling."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.integers(0, 256, (200, 12, 12, 1)).astype("uint8")
y = (x[:, :6].mean((1, 2, 3)) > x[:, 6:].mean((1, 2, 3))).astype("int32")
scaled = x / np.float32(255)

model = keras.Sequential([
    keras.Input((12, 12, 1)),
    keras.layers.Flatten(),
    keras.layers.Dense(2),
])
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
model.fit(scaled[:160], y[:160], validation_data=(scaled[160:], y[160:]), epochs=10, verbose=0)

pictures = keras.Input((12, 12, 1))
served = keras.Model(pictures, model(pictures / 255.0))


def examples():
    for picture in x[:50]:
        yield [picture[None].astype("float32")]


converter = tf.lite.TFLiteConverter.from_keras_model(served)
converter.optimizations = [tf.lite.Optimize.DEFAULT]
converter.representative_dataset = examples
converter.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS_INT8]
converter.inference_input_type = tf.uint8
with open("model.tflite", "wb") as file:
    file.write(converter.convert())
