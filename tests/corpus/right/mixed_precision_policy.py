"""Mixed precision with the last activation in float32."""
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(0)
keras.mixed_precision.set_dtype_policy("mixed_float16")
rng = np.random.default_rng(0)
y = rng.integers(0, 4, 300)
x = (rng.normal(size=(300, 8)) + 2 * np.eye(8)[y]).astype("float32")
inputs = keras.Input((8,))
h = layers.Dense(32, activation="relu")(inputs)
h = layers.Dense(4)(h)
outputs = layers.Activation("softmax", dtype="float32")(h)
model = keras.Model(inputs, outputs)
model.compile(keras.optimizers.Adam(0.01), "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x[:240], y[:240], validation_data=(x[240:], y[240:]), epochs=6, verbose=0)
print(model.evaluate(x[240:], y[240:], verbose=0))
